/** A report handed in: comments and answers, the second expert, and to whom the author is tied. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { expert as expertTable, membership } from "#db/schema/identity.server";
import { project } from "#db/schema/projects.server";
import { journalEntry, notice } from "#db/schema/support.server";
import { newestReport } from "~/domain/clinic/draft-report.server";
import { answerComment, commentReport } from "~/domain/clinic/report-comments.server";
import { reportPage, reviewPage } from "~/domain/clinic/report-page.server";
import { issueReport, returnReport, submitReport } from "~/domain/clinic/reports.server";
import {
  askReviewer,
  commentAsReviewer,
  giveVerdict,
  possibleReviewers,
  reviewsOf,
} from "~/domain/clinic/second-opinions.server";
import { tiedIds, tiesOf } from "~/domain/clinic/ties.server";
import { aCase, aClinic, aListing, anExpert, must, write, type Clinic } from "../../world/clinic";

const toReport = ["accepted", "assigned", "scheduled", "on_site", "report_draft"] as const;
const toReview = [...toReport, "written", "report_review"] as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

const reportOf = async ({ store }: Clinic, caseId: string) => {
  const found = await newestReport(store.db, caseId);
  if (!found) throw new Error("no report");
  return found;
};

test("a comment is pinned to a finding, answered while the report is rewritten, and shown settled at the next review", async () => {
  const clinic = await aClinic();
  const { store, park, expert, owner } = clinic;
  const seen = await aCase(clinic, toReview);
  const findingId = (await reportPage(store.db, park, seen.id))?.findings[0]?.id ?? "";
  const say = (id: string | null, text: string) =>
    store.write((tx) => commentReport(tx, park, seen.id, { findingId: id, text }));
  const pinned = must(await say(findingId, "请补数据"));
  must(await say(null, "总体清楚"));
  expect(await say("fnd_other", "错")).toEqual({ ok: false, reason: "unknown_finding" });

  const answer = (id: string) =>
    store.write((tx) => answerComment(tx, expert, seen.id, { id, text: "已补近三个月数据" }));
  expect(await answer(pinned.id)).toEqual({ ok: false, reason: "not_editable" });
  const said = { reason: "evidence_missing", text: "见意见" } as const;
  const back = must(await store.write((tx) => returnReport(tx, park, seen, said)));
  expect(await say(null, "晚了")).toEqual({ ok: false, reason: "not_possible" });
  expect(await answer("cmt_none")).toEqual({ ok: false, reason: "not_found" });
  must(await answer(pinned.id));
  must(await store.write((tx) => submitReport(tx, expert, back)));
  const again = await reportPage(store.db, park, seen.id);
  expect(
    again?.comments.map(({ findingId: at, answer: words, resolvedAt }) => [at, words, resolvedAt !== null]),
  ).toEqual([
    [findingId, "已补近三个月数据", true],
    [null, "", false],
  ]);
  must(await store.write(async (tx) => issueReport(tx, park, { id: seen.id, edit: back.edit + 1 })));
  expect(await reportPage(store.db, owner, seen.id)).toMatchObject({ comments: [], reviewerName: null });
});

test("exactly the expert who was asked reads the report in review, comments and gives an opinion", async () => {
  const clinic = await aClinic();
  const { store, park, expert, owner } = clinic;
  const seen = await aCase(clinic, toReview);
  const [asked, other] = await store.write(async (tx) => [await anExpert(tx), await anExpert(tx)]);
  if (!asked || !other) throw new Error("no experts");
  const { id, edit } = await reportOf(clinic, seen.id);
  const ask = (expertUserId: string) =>
    store.write((tx) => askReviewer(tx, park, seen.id, { edit: seen.edit, expertUserId }));
  expect(await ask(expert.userId)).toEqual({ ok: false, reason: "unknown_reviewer" });
  must(await ask(asked.userId));
  expect(await reviewPage(store.db, asked, id)).toMatchObject({ report: { id }, findings: [{ no: 1 }] });
  for (const stranger of [other, expert]) expect(await reviewPage(store.db, stranger, id)).toBeNull();
  expect(await reviewsOf(store.db, asked)).toMatchObject([{ reportId: id, isGiven: false }]);

  const judge = (who: typeof asked, seenEdit = edit) =>
    store.write((tx) => giveVerdict(tx, who, id, { edit: seenEdit, verdict: "return", text: "缺对标" }));
  expect(await judge(other)).toEqual({ ok: false, reason: "not_found" });
  expect(await judge(asked, edit - 1)).toEqual({ ok: false, reason: "stale" });
  must(await store.write((tx) => commentAsReviewer(tx, asked, id, { findingId: null, text: "缺对标" })));
  must(await judge(asked));
  const page = await reportPage(store.db, park, seen.id);
  expect(page).toMatchObject({
    report: { reviewVerdict: "return", reviewText: "缺对标" },
    reviewerName: asked.userName,
  });
  const told = await store.db.select().from(notice).where(eq(notice.userId, park.userId));
  expect(told.map(({ kind }) => kind)).toContain("report.reviewed");

  // The park decides, whatever was said; then the reviewer's door is closed, and the enterprise sees nothing of it.
  must(await store.write((tx) => issueReport(tx, park, seen)));
  expect(await reviewPage(store.db, asked, id)).toBeNull();
  expect(await reviewsOf(store.db, asked)).toEqual([]);
  expect(await reportPage(store.db, owner, seen.id)).toMatchObject({
    report: { reviewerUserId: null, reviewText: "", reviewVerdict: null },
    comments: [],
  });
});

test("what is handed in anew is judged anew", async () => {
  const clinic = await aClinic();
  const { store, park, expert } = clinic;
  const seen = await aCase(clinic, toReview);
  const asked = await store.write((tx) => anExpert(tx));
  must(await store.write((tx) => askReviewer(tx, park, seen.id, { edit: seen.edit, expertUserId: asked.userId })));
  const { id, edit } = await reportOf(clinic, seen.id);
  must(await store.write((tx) => giveVerdict(tx, asked, id, { edit, verdict: "approve", text: "可以" })));
  const said = { reason: "report_incomplete", text: "补" } as const;
  const back = must(await store.write((tx) => returnReport(tx, park, seen, said)));
  expect(await reviewPage(store.db, asked, id)).toBeNull();
  must(await store.write((tx) => submitReport(tx, expert, back)));
  expect(await reviewPage(store.db, asked, id)).toMatchObject({ report: { reviewVerdict: null, reviewText: "" } });
});

/** A contract between a provider and the clinic's enterprise. */
async function aContract({ store, owner }: Clinic, status: "pool" | "accepted" | "terminated", providerId?: string) {
  const listing = await store.write((tx) => aListing(tx));
  const parties = { enterpriseId: owner.organisationId, providerId: providerId ?? listing.providerId };
  const what = { solutionId: listing.solutionId, parkSlug: "nanchang-etdz", scenarios: [], contractFen: 1 };
  const row = { id: newId("prj"), ...parties, ...what, status, startedOn: "2025-01-01" };
  await store.write((tx) => tx.insert(project).values(row));
  return parties.providerId;
}

test("ties are the employer, other organisations of the account, what was declared, and contracts with the enterprise", async () => {
  const clinic = await aClinic();
  const { store, owner, expert } = clinic;
  const [declared, joined] = await store.write(async (tx) => [await aListing(tx), await aListing(tx)]);
  if (!declared || !joined) throw new Error("no listings");
  await store.write(async (tx) => {
    await tx
      .update(expertTable)
      .set({ ties: [declared.providerId] })
      .where(eq(expertTable.userId, expert.userId));
    const place = { userId: expert.userId, organisationId: joined.providerId };
    await tx.insert(membership).values({ ...place, role: "member", createdAt: 1 });
  });
  const kinds = async () =>
    (await tiesOf(store.db, expert.userId, owner.organisationId)).map(({ organisationId, kind }) => [
      organisationId,
      kind,
    ]);
  const own = [
    [expert.organisationId, "employer"],
    [joined.providerId, "member"],
    [declared.providerId, "declared"],
  ];
  expect(await kinds()).toEqual(own);
  await aContract(clinic, "pool", joined.providerId);
  await aContract(clinic, "accepted", declared.providerId);
  await aContract(clinic, "accepted");
  expect(await kinds()).toEqual(own);
  await aContract(clinic, "terminated", joined.providerId);
  expect(await kinds()).toEqual([...own, [owner.organisationId, "contract"]]);
});

test("a membership ties as employment does: without disclosure and alternatives the report is not handed in", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const seen = await aCase(clinic, toReport);
  const joined = await store.write((tx) => aListing(tx));
  await write(clinic, seen.id, [joined.solutionId]);
  const place = { userId: expert.userId, organisationId: joined.providerId };
  await store.write((tx) => tx.insert(membership).values({ ...place, role: "member", createdAt: 1 }));
  expect(await store.write((tx) => submitReport(tx, expert, seen))).toEqual({
    ok: false,
    reason: "conflict_not_disclosed",
  });
});

test("who is tied to the enterprise is shown and may not review, and the issue journals the ties", async () => {
  const clinic = await aClinic();
  const { store, park, expert, owner } = clinic;
  const seen = await aCase(clinic, toReview);
  const [tied, free] = await store.write(async (tx) => [
    await anExpert(tx, { employer: "provider" }),
    await anExpert(tx),
  ]);
  if (!tied || !free) throw new Error("no experts");
  await aContract(clinic, "accepted", tied.organisationId);
  const about = await reportPage(store.db, park, seen.id);
  if (!about) throw new Error("no page");
  const people = await possibleReviewers(store.db, about.case);
  expect(people.map(({ userId, isTiedToEnterprise }) => [userId, isTiedToEnterprise])).toEqual([
    [free.userId, false],
    [tied.userId, true],
  ]);
  const ask = { edit: seen.edit, expertUserId: tied.userId };
  expect(await store.write((tx) => askReviewer(tx, park, seen.id, ask))).toEqual({
    ok: false,
    reason: "reviewer_tied",
  });
  must(await store.write((tx) => issueReport(tx, park, seen)));
  const [entry] = await store.db.select().from(journalEntry).where(eq(journalEntry.action, "report.issued"));
  expect(entry?.after).toMatchObject({ tied: [], ties: [expert.organisationId] });
  expect(tiedIds((await reportPage(store.db, owner, seen.id))?.ties ?? [])).toEqual([expert.organisationId]);
});
