import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { solution } from "#db/schema/catalogue.server";
import { complaint, decision } from "#db/schema/moderation.server";
import { journalEntry, mail, notice } from "#db/schema/support.server";
import { hasOpenComplaint } from "~/domain/catalogue/open-complaints.server";
import { complaintAnswers, mayBeHeard } from "~/domain/moderation/complaint-status";
import {
  complaintCounts,
  complaintDesk,
  complaintForProvider,
  complaintForStaff,
  ownComplaints,
} from "~/domain/moderation/complaint-pages.server";
import { answerComplaint, fileComplaint, hearProvider, MOST_OPEN_OF_ONE } from "~/domain/moderation/complaints.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { aParkStaff, aProvider, aPublished, must } from "../../world/market";
import { aPerson } from "../../world/people";
import { referenceStore } from "../../world/reference";

type World = ReturnType<typeof referenceStore>;

const said = { ground: "price_differs" as const, text: "报价比页面上写的高出一倍，问了也不解释。" };

afterEach(() => void vi.useRealTimers());

async function market() {
  const store = referenceStore();
  const [staff, member] = [await aParkStaff(store), await aProvider(store, { name: "丙智造" })];
  const id = await aPublished(store, member, staff);
  const userId = await store.write((tx) => aPerson(tx, "complainant-li@example.cn"));
  const about = { kind: "solution" as const, id };
  const file = (form = said, from = { userId, organisationIds: [] as string[] }) =>
    store.write((tx) => fileComplaint(tx, from, about, form));
  return { store, staff, member, id, userId, about, file };
}

const answer = (store: World, staff: Moderator, id: string, but: Record<string, unknown> = {}) =>
  store.write((tx) =>
    answerComplaint(tx, staff, id, { status: "upheld", text: "经核实属实。", suspend: false, edit: 1, ...but }),
  );

test("a complaint reaches the home park and the provider, and neither notice nor journal tells the provider who it is", async () => {
  const { store, staff, member, file, userId } = await market();
  const { id } = must(await file());
  expect((await complaintDesk(store.db, staff)).map((line) => line.id)).toEqual([id]);
  const told = await store.db.select().from(notice).where(eq(notice.kind, "complaint.to_provider"));
  expect(told.map((each) => [each.userId, each.href])).toEqual([[member.userId, `/provider/complaints/${id}`]]);
  const seen = await complaintForProvider(store.db, member, id);
  expect(seen).toMatchObject({ text: said.text, ground: "price_differs" });
  const everything = JSON.stringify([seen, told, await store.db.select().from(mail)]);
  expect(everything).not.toContain('complainant-li"');
  expect(JSON.stringify(seen)).not.toContain(userId);
  const own = await store.db
    .select()
    .from(journalEntry)
    .where(eq(journalEntry.ownerOrganisationId, member.organisationId));
  expect(own.filter(({ actorUserId }) => actorUserId === userId)).toEqual([]);
  expect((await complaintForStaff(store.db, staff, id))?.by).toBe("complainant-li");
});

test("the same words twice are one complaint, other words wait for the answer to the first", async () => {
  const { store, file } = await market();
  expect(must(await file())).toEqual(must(await file()));
  expect(await file({ ...said, text: "又一件别的事情，请一起处理。" })).toEqual({ ok: false, reason: "already_open" });
  expect(await store.db.$count(complaint)).toBe(1);
});

test("nobody complains about their own listing, or about what is not public", async () => {
  const { store, member, file, id, userId } = await market();
  const own = { userId: member.userId, organisationIds: [member.organisationId] };
  expect(await file(said, own)).toEqual({ ok: false, reason: "not_found" });
  await store.write((tx) => tx.update(solution).set({ status: "withdrawn" }).where(eq(solution.id, id)));
  expect(await file()).toEqual({ ok: false, reason: "not_found" });
  const nothing = store.write((tx) =>
    fileComplaint(tx, { userId, organisationIds: [] }, { kind: "provider", id: "org_none" }, said),
  );
  expect(await nothing).toEqual({ ok: false, reason: "not_found" });
});

test("all that wait are counted, also those beyond what the desk lists", async () => {
  const { store, staff, member, userId, about } = await market();
  const filed = (at: number) => ({
    ...{ id: newId("cpl"), subjectKind: about.kind, subjectId: about.id, providerId: member.organisationId, ...said },
    ...{ byUserId: userId, status: "open" as const, createdAt: at },
  });
  const rows = Array.from({ length: 201 }, (_, n) => filed(n < 3 ? 1 : Date.now()));
  await store.write((tx) => tx.insert(complaint).values(rows));
  expect(await complaintCounts(store.db, staff)).toEqual({ open: 201, late: 3 });
});

test("one person keeps at most ten waiting", async () => {
  const { store, staff, userId } = await market();
  const from = { userId, organisationIds: [] };
  for (let n = 0; n < MOST_OPEN_OF_ONE; n++) {
    const { organisationId } = await aProvider(store);
    must(await store.write((tx) => fileComplaint(tx, from, { kind: "provider", id: organisationId }, said)));
  }
  const { organisationId } = await aProvider(store);
  const more = store.write((tx) => fileComplaint(tx, from, { kind: "provider", id: organisationId }, said));
  expect(await more).toEqual({ ok: false, reason: "too_many" });
  expect(await complaintDesk(store.db, staff)).toHaveLength(MOST_OPEN_OF_ONE);
});

test("the provider is heard once, and an answer to the page before is stale", async () => {
  const { store, staff, member, file } = await market();
  const { id } = must(await file());
  const hear = (text: string) => store.write((tx) => hearProvider(tx, member, id, { text }));
  must(await hear("报价含定制开发，已说明。"));
  must(await hear("报价含定制开发，已说明。"));
  expect(await hear("再补充一点。")).toEqual({ ok: false, reason: "not_allowed" });
  expect(await answer(store, staff, id)).toEqual({ ok: false, reason: "stale" });
  must(await answer(store, staff, id, { status: "dismissed", edit: 2 }));
  expect(await answer(store, staff, id, { status: "upheld", edit: 3 })).toEqual({ ok: false, reason: "not_allowed" });
});

test("another provider and another park see nothing of it", async () => {
  const { store, file } = await market();
  const { id } = must(await file());
  const [other, elsewhere] = [await aProvider(store), await aParkStaff(store, "jiujiang-etdz")];
  expect(await complaintForProvider(store.db, other, id)).toBeNull();
  expect(await complaintForStaff(store.db, elsewhere, id)).toBeNull();
  expect(await complaintDesk(store.db, elsewhere)).toEqual([]);
  const hear = store.write((tx) => hearProvider(tx, other, id, { text: "不是我们的。" }));
  expect(await hear).toEqual({ ok: false, reason: "not_found" });
  expect(await answer(store, elsewhere, id)).toEqual({ ok: false, reason: "not_found" });
});

test("upheld with the wish to take down: the listing vanishes with a decision of its own; the same answer twice is one", async () => {
  const { store, staff, id: solutionId, file, userId } = await market();
  const { id } = must(await file());
  for (let click = 0; click < 2; click++) must(await answer(store, staff, id, { suspend: true }));
  const [row] = await store.db.select().from(solution).where(eq(solution.id, solutionId));
  expect(row?.status).toBe("suspended");
  const made = await store.db.select().from(decision).where(eq(decision.decision, "suspended"));
  expect(made).toMatchObject([{ subjectId: solutionId, reason: "complaint", text: "经核实属实。" }]);
  expect((await ownComplaints(store.db, userId))[0]).toMatchObject({ status: "upheld", answer: "经核实属实。" });
  const told = await store.db.select().from(notice).where(eq(notice.userId, userId));
  expect(told.map(({ kind }) => kind)).toEqual(["complaint.upheld"]);
});

test("dismissing never takes down, and what is not shown cannot be taken down", async () => {
  const { store, staff, id: solutionId, file } = await market();
  const { id } = must(await file());
  await store.write((tx) => tx.update(solution).set({ status: "withdrawn" }).where(eq(solution.id, solutionId)));
  expect(await answer(store, staff, id, { suspend: true })).toEqual({ ok: false, reason: "cannot_suspend" });
  expect((await complaintForStaff(store.db, staff, id))?.status).toBe("open");
  must(await answer(store, staff, id, { status: "dismissed", suspend: true }));
  expect(await store.db.$count(decision, eq(decision.decision, "suspended"))).toBe(0);
});

test("an open complaint about a listing, or about its provider, blocks renewal until it is answered", async () => {
  const { store, staff, member, id: solutionId, file, userId } = await market();
  expect(await hasOpenComplaint(store.db, solutionId)).toBe(false);
  const { id } = must(await file());
  expect(await hasOpenComplaint(store.db, solutionId)).toBe(true);
  const second = await aPublished(store, member, staff);
  expect(await hasOpenComplaint(store.db, second)).toBe(false);
  must(await answer(store, staff, id));
  expect(await hasOpenComplaint(store.db, solutionId)).toBe(false);
  const conduct = { kind: "provider" as const, id: member.organisationId };
  must(await store.write((tx) => fileComplaint(tx, { userId, organisationIds: [] }, conduct, said)));
  expect([await hasOpenComplaint(store.db, solutionId), await hasOpenComplaint(store.db, second)]).toEqual([
    true,
    true,
  ]);
});

test("the promise of five working days is computed when read", async () => {
  const { store, staff, file } = await market();
  vi.useFakeTimers({ now: Date.parse("2026-03-02T02:00:00Z"), toFake: ["Date"] });
  must(await file());
  vi.setSystemTime(Date.parse("2026-03-10T02:00:00Z"));
  expect((await complaintDesk(store.db, staff))[0]?.promise).toEqual({ ageDays: 6, dueOn: "2026-03-09", lateDays: 1 });
});

test("only what is open is answered or heard", () => {
  expect(complaintAnswers("open")).toEqual(["upheld", "dismissed"]);
  expect([...complaintAnswers("upheld"), ...complaintAnswers("dismissed")]).toEqual([]);
  expect(mayBeHeard({ status: "open", providerAnsweredAt: null })).toBe(true);
  expect(mayBeHeard({ status: "open", providerAnsweredAt: 1 })).toBe(false);
  expect(mayBeHeard({ status: "upheld", providerAnsweredAt: null })).toBe(false);
});
