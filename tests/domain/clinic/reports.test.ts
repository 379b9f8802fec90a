import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eq } from "drizzle-orm";
import { solution } from "#db/schema/catalogue.server";
import { expert as expertTable } from "#db/schema/identity.server";
import { assessment } from "#db/schema/assessment.server";
import { answerObjection, closeDiagnosis, confirmReport, objectToReport } from "~/domain/clinic/confirmations.server";
import { findingsOf, newestReport, recommendationsOf } from "~/domain/clinic/draft-report.server";
import {
  addFinding,
  addRecommendation,
  changeFinding,
  changeRecommendation,
  removeFinding,
  removeRecommendation,
} from "~/domain/clinic/findings.server";
import { recommendationFor, markRecommendation } from "~/domain/clinic/recommendations.server";
import { reportPage } from "~/domain/clinic/report-page.server";
import { issueReport, returnReport, saveReport, submitReport } from "~/domain/clinic/reports.server";
import {
  aCase,
  aClinic,
  aFinding,
  aListing,
  anAuthority,
  anEnterprise,
  anExpert,
  aRecommendation,
  must,
  write,
  type Clinic,
} from "../../world/clinic";

const toReport = ["accepted", "assigned", "scheduled", "on_site", "report_draft"] as const;
const toIssue = [...toReport, "written", "report_review", "reported"] as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

const editOf = async ({ store }: Clinic, id: string) => (await newestReport(store.db, id))?.edit ?? 0;

test("the whole way: written, handed in, issued, confirmed, closed", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const seen = await aCase(clinic, toIssue);
  expect(await reportPage(store.db, owner, seen.id)).toMatchObject({
    report: { status: "issued", number: 1, targetLevel: 2, issuedByUserId: park.userId },
    findings: [{ no: 1, recommendations: [{ no: 1, status: "proposed", quarter: "2027Q1" }] }],
    assessment: { level: 2 },
  });
  const { edit } = must(
    await store.write((tx) => confirmReport(tx, owner, seen.id, { edit: seen.edit, note: "认可" })),
  );
  const closed = await store.write((tx) => closeDiagnosis(tx, park, { id: seen.id, edit }));
  expect(closed).toMatchObject({ ok: true, value: { status: "closed", confirmNote: "认可" } });
});

test("a report is handed in only when it is whole, and says what is missing", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const seen = await aCase(clinic, toReport);
  const handIn = () => store.write((tx) => submitReport(tx, expert, seen));
  expect(await handIn()).toEqual({ ok: false, reason: "assessment_missing" });
  await write(clinic, seen.id);
  const text = { overview: "", summary: "", analysis: "", targetLevel: null, disclosure: "" };
  const save = async (but: Partial<typeof text>) =>
    must(
      await store.write(async (tx) =>
        saveReport(tx, expert, seen.id, { ...text, ...but, edit: await editOf(clinic, seen.id) }),
      ),
    );
  await save({});
  expect(await handIn()).toEqual({ ok: false, reason: "summary_missing" });
  await save({ summary: "先上排产" });
  expect(await handIn()).toEqual({ ok: false, reason: "target_missing" });
  must(
    await store.write((tx) =>
      saveReport(tx, expert, seen.id, { ...text, summary: "先上排产", targetLevel: 2, edit: 6 }),
    ),
  );
  const extra = must(await store.write((tx) => addFinding(tx, expert, seen.id, aFinding(7))));
  expect(await handIn()).toEqual({ ok: false, reason: "recommendation_missing" });
  must(await store.write((tx) => removeFinding(tx, expert, seen.id, extra.id, 8)));
  await store.write((tx) => tx.update(assessment).set({ status: "draft" }));
  expect(await handIn()).toEqual({ ok: false, reason: "assessment_missing" });
  await store.write((tx) => tx.update(assessment).set({ status: "finished" }));
  expect(await handIn()).toMatchObject({ ok: true, value: { status: "report_review" } });
});

test("findings and recommendations are numbered without gaps and a finding in use stays", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const { id } = await aCase(clinic, toReport);
  const add = async (title: string) =>
    must(await store.write(async (tx) => addFinding(tx, expert, id, { ...aFinding(await editOf(clinic, id)), title })))
      .id;
  const [first, second] = [await add("一"), await add("二"), await add("三")];
  const edit = await editOf(clinic, id);
  const rests = must(
    await store.write((tx) => addRecommendation(tx, expert, id, aRecommendation(edit, second ?? ""))),
  ).id;
  const refusal = await store.write((tx) => removeFinding(tx, expert, id, second ?? "", edit + 1));
  expect(refusal).toEqual({ ok: false, reason: "has_recommendations" });
  must(await store.write((tx) => removeFinding(tx, expert, id, first ?? "", edit + 1)));
  const report = await newestReport(store.db, id);
  const titles = await findingsOf(store.db, report?.id ?? "");
  expect(titles.map(({ no, title }) => [no, title])).toEqual([
    [1, "二"],
    [2, "三"],
  ]);
  must(await store.write((tx) => removeRecommendation(tx, expert, id, rests, edit + 2)));
  expect(await recommendationsOf(store.db, report?.id ?? "")).toEqual([]);
});

test("a second click and a second window change nothing", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const { id } = await aCase(clinic, toReport);
  const add = () => store.write((tx) => addFinding(tx, expert, id, aFinding(1)));
  const answers = await Promise.all([add(), add()]);
  expect(answers[1]).toEqual({ ok: false, reason: "stale" });
  const report = await newestReport(store.db, id);
  expect(await findingsOf(store.db, report?.id ?? "")).toHaveLength(1);
});

test("wrong parts of a recommendation are named", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const { id } = await aCase(clinic, toReport);
  const findingId = must(await store.write((tx) => addFinding(tx, expert, id, aFinding(1)))).id;
  const good = aRecommendation(2, findingId);
  const { solutionId } = await store.write((tx) => aListing(tx));
  const withdrawn = await store.write((tx) => aListing(tx));
  await store.write((tx) =>
    tx.update(solution).set({ status: "withdrawn" }).where(eq(solution.id, withdrawn.solutionId)),
  );
  const answer = (but: object) => store.write((tx) => addRecommendation(tx, expert, id, { ...good, ...but }));
  expect(await answer({ findingId: "fnd_other" })).toEqual({ ok: false, reason: "unknown_finding" });
  expect(await answer({ scenarioKey: "none" })).toEqual({ ok: false, reason: "unknown_scenario" });
  expect(await answer({ budgetMinFen: 5, budgetMaxFen: 4 })).toEqual({ ok: false, reason: "budget_order" });
  expect(await answer({ solutionIds: [withdrawn.solutionId] })).toEqual({ ok: false, reason: "unknown_solution" });
  const made = must(await answer({ solutionIds: [solutionId] }));
  await store.write((tx) => tx.update(solution).set({ status: "suspended" }).where(eq(solution.id, solutionId)));
  const kept = { ...good, edit: 3, title: "改名", solutionIds: [solutionId] };
  must(await store.write((tx) => changeRecommendation(tx, expert, id, made.id, kept)));
  const shown = await reportPage(store.db, expert, id);
  expect(shown?.findings[0]?.recommendations[0]).toMatchObject({ title: "改名", solutions: [{ isPublished: false }] });
});

test("nobody but the assigned expert writes, and only while it is the expert's turn", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const seen = await aCase(clinic, [...toReport, "written", "report_review"]);
  const edit = await editOf(clinic, seen.id);
  const report = await newestReport(store.db, seen.id);
  const [first] = await findingsOf(store.db, report?.id ?? "");
  const change = (who: typeof expert) =>
    store.write((tx) => changeFinding(tx, who, seen.id, first?.id ?? "", aFinding(edit)));
  expect(await change(expert)).toEqual({ ok: false, reason: "not_editable" });
  expect(await change(await store.write((tx) => anExpert(tx)))).toEqual({ ok: false, reason: "not_found" });
});

test("the park returns a report with a reason; what is issued is fixed", async () => {
  const clinic = await aClinic();
  const { store, park, expert } = clinic;
  const seen = await aCase(clinic, [...toReport, "written", "report_review"]);
  expect(await store.write((tx) => returnReport(tx, park, seen, {}))).toEqual({ ok: false, reason: "reason_missing" });
  const said = { reason: "evidence_missing", text: "第 1 条缺佐证" } as const;
  const { edit } = must(await store.write((tx) => returnReport(tx, park, seen, said)));
  const again = must(await store.write((tx) => submitReport(tx, expert, { id: seen.id, edit })));
  must(await store.write((tx) => issueReport(tx, park, again)));
  const late = { ...aFinding(await editOf(clinic, seen.id)) };
  expect(await store.write((tx) => addFinding(tx, expert, seen.id, late))).toEqual({
    ok: false,
    reason: "not_editable",
  });
});

test("who may read a report when", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, [...toReport, "written"]);
  const city = await store.write((tx) => anAuthority(tx, "city", "360100"));
  const stranger = await store.write((tx) => anEnterprise(tx));
  const readers = async () => {
    const actors = { owner, park, expert, city, stranger };
    const shown = await Promise.all(Object.values(actors).map((actor) => reportPage(store.db, actor, seen.id)));
    return Object.keys(actors).filter((_, index) => shown[index] !== null);
  };
  expect(await readers()).toEqual(["expert"]);
  const handedIn = must(await store.write((tx) => submitReport(tx, expert, seen)));
  expect(await readers()).toEqual(["park", "expert"]);
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  expect(await readers()).toEqual(["owner", "park", "expert", "city"]);
});

test("a tied provider is recommended only with disclosure and two alternatives, checked again at issue", async () => {
  const clinic = await aClinic();
  const { store, park, expert } = clinic;
  const [tied, other, third] = await store.write(async (tx) => [
    await aListing(tx),
    await aListing(tx),
    await aListing(tx),
  ]);
  if (!tied || !other || !third) throw new Error("no listings");
  const declare = (ties: string[]) =>
    store.write((tx) => tx.update(expertTable).set({ ties }).where(eq(expertTable.userId, expert.userId)));
  const seen = await aCase(clinic, toReport);
  await write(clinic, seen.id, [tied.solutionId, other.solutionId]);
  await declare([tied.providerId]);
  const handIn = () => store.write((tx) => submitReport(tx, expert, seen));
  expect(await handIn()).toEqual({ ok: false, reason: "conflict_not_disclosed" });
  const text = { overview: "", summary: "先上排产", analysis: "", targetLevel: 2, disclosure: "曾任该服务商顾问" };
  must(
    await store.write(async (tx) => saveReport(tx, expert, seen.id, { ...text, edit: await editOf(clinic, seen.id) })),
  );
  expect(await handIn()).toEqual({ ok: false, reason: "alternatives_missing" });
  const page = await reportPage(store.db, expert, seen.id);
  const [finding] = page?.findings ?? [];
  const [wanted] = finding?.recommendations ?? [];
  const wider = aRecommendation(page?.report.edit ?? 0, finding?.id ?? "", [
    tied.solutionId,
    other.solutionId,
    third.solutionId,
  ]);
  must(await store.write((tx) => changeRecommendation(tx, expert, seen.id, wanted?.id ?? "", wider)));
  const handedIn = must(await handIn());
  await declare([tied.providerId, other.providerId]);
  expect(await store.write((tx) => issueReport(tx, park, handedIn))).toEqual({
    ok: false,
    reason: "alternatives_missing",
  });
  await declare([tied.providerId]);
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  const issued = await reportPage(store.db, clinic.owner, seen.id);
  expect(issued?.conflict).toEqual({ tied: [1], isDisclosed: true, withoutAlternatives: [] });
  expect(issued?.findings[0]?.recommendations[0]?.solutions.map(({ isTied }) => isTied)).toEqual([true, false, false]);
});

test("an objection is answered before the next one and before nothing else", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const { id, edit } = await aCase(clinic, toIssue);
  const refusal = { ok: false, reason: "not_possible" };
  expect(await store.write((tx) => answerObjection(tx, park, id, { edit, note: "好" }))).toEqual(refusal);
  const objected = must(await store.write((tx) => objectToReport(tx, owner, id, { edit, note: "第 1 条不符" })));
  const more = { edit: objected.edit, note: "还有" };
  expect(await store.write((tx) => objectToReport(tx, owner, id, more))).toEqual(refusal);
  const answered = must(
    await store.write((tx) => answerObjection(tx, park, id, { edit: objected.edit, note: "已核对" })),
  );
  expect(answered).toMatchObject({ status: "reported", confirmNote: "第 1 条不符" });
  must(await store.write((tx) => confirmReport(tx, owner, id, { edit: answered.edit, note: "" })));
});

test("recommendations open with the report, move forward and never back", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const seen = await aCase(clinic, toReport);
  const id = await write(clinic, seen.id);
  expect(await recommendationFor(store.db, owner, id)).toBeNull();
  const handedIn = must(await store.write((tx) => submitReport(tx, expert, seen)));
  must(await store.write((tx) => issueReport(tx, park, handedIn)));
  expect(await recommendationFor(store.db, owner, id)).toMatchObject({ status: "proposed", budgetMaxFen: 3_000_000 });
  const mark = (status: "viewed" | "enquired" | "adopted" | "not_adopted") =>
    store.write((tx) => markRecommendation(tx, owner, id, status));
  must(await mark("viewed"));
  must(await mark("enquired"));
  expect(must(await mark("viewed")).status).toBe("enquired");
  must(await mark("adopted"));
  expect(await mark("not_adopted")).toEqual({ ok: false, reason: "not_possible" });
  const stranger = await store.write((tx) => anEnterprise(tx));
  expect(await recommendationFor(store.db, stranger, id)).toBeNull();
  expect(await store.write((tx) => markRecommendation(tx, stranger, id, "viewed"))).toEqual({
    ok: false,
    reason: "not_found",
  });
});
