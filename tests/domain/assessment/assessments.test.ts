import { beforeEach, expect, test, vi } from "vitest";
import { scheme as schemeTable } from "#db/schema/assessment.server";
import { organisation, user } from "#db/schema/identity.server";
import { journalEntry, notice } from "#db/schema/support.server";
import type { Answers } from "~/domain/assessment/answers";
import {
  finishAssessment,
  saveSection,
  startAssessment,
  takeOverAnswers,
} from "~/domain/assessment/assessments.server";
import type { OnSiteCheck } from "~/domain/assessment/ownership.server";
import {
  assessmentOf,
  assessmentOfDiagnosis,
  assessmentsOf,
  latestAssessment,
} from "~/domain/assessment/results.server";
import { questionsOf } from "~/domain/assessment/scheme";
import type { EnterpriseMember, Expert } from "~/domain/identity/actor";
import { testStore } from "../../world/store";
import { bestAnswers, content, lowestAnswers, national, question } from "./national";

const member = (organisationId: string): EnterpriseMember => ({
  kind: "enterprise",
  userId: "usr_1",
  userName: "甲",
  organisationId,
  organisationName: "某厂",
  role: "owner",
  parkSlug: "some-park",
  regionCode: "360100",
});
const owner = member("org_1");
const neighbour = member("org_2");
const expert: Expert = {
  kind: "expert",
  userId: "usr_2",
  userName: "乙",
  organisationId: "org_9",
  organisationName: "某中心",
};
const onSite: OnSiteCheck = async (_db, by, id) =>
  by.userId === "usr_2" && id === "dgn_1" ? { enterpriseId: "org_1" } : null;
const self = { source: "self", enterpriseId: "org_1" } as const;
const visit = { source: "on_site", enterpriseId: "org_1", diagnosisId: "dgn_1" } as const;

let store: ReturnType<typeof testStore>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2031, 2, 5) });
  store = testStore();
  await store.write(async (tx) => {
    await tx.insert(schemeTable).values({ key: national.key, version: 1, effectiveOn: "2024-09-04", content });
    for (const id of ["usr_1", "usr_2"])
      await tx.insert(user).values({ id, name: id, passwordHash: "x", createdAt: 1 });
    for (const id of ["org_1", "org_2"]) {
      await tx
        .insert(organisation)
        .values({ id, kind: "enterprise", name: id, regionCode: "360100", parkSlug: "some-park", createdAt: 1 });
    }
  });
  return () => vi.useRealTimers();
});

async function started(): Promise<string> {
  const outcome = await store.write((tx) => startAssessment(tx, owner, self));
  return outcome.ok ? outcome.value.id : "";
}

async function filled(answers: Answers): Promise<string> {
  const id = await started();
  await store.write((tx) => saveSection(tx, owner, id, questionsOf(national), answers, 1));
  return id;
}

test("starting twice resumes the open draft", async () => {
  expect(await started()).toBe(await started());
  expect(await assessmentsOf(store.db, "org_1")).toMatchObject([
    { status: "draft", source: "self", answered: 0, questions: 31 },
  ]);
});

test("nobody starts an assessment of another enterprise, nor an expert without a case on site", async () => {
  const refusal = { ok: false, reason: "not_yours" };
  expect(await store.write((tx) => startAssessment(tx, neighbour, self))).toEqual(refusal);
  expect(await store.write((tx) => startAssessment(tx, expert, self, onSite))).toEqual(refusal);
  expect(await store.write((tx) => startAssessment(tx, owner, visit, onSite))).toEqual(refusal);
  expect(await store.write((tx) => startAssessment(tx, expert, { ...visit, diagnosisId: "dgn_2" }, onSite))).toEqual(
    refusal,
  );
  expect(await store.write((tx) => startAssessment(tx, expert, { ...visit, enterpriseId: "org_2" }, onSite))).toEqual(
    refusal,
  );
  expect(await assessmentsOf(store.db, "org_1")).toEqual([]);
});

test("a section is saved without touching the others, and journalled by choices without figures", async () => {
  const id = await started();
  const [network, revenue] = [question("q01_network"), question("q14_revenue_per_head")];
  await store.write((tx) => saveSection(tx, owner, id, [network], { q01_network: { choice: ["B"], numbers: {} } }, 1));
  const answer = { choice: ["C"], numbers: { revenue_last: 987654 } };
  expect(await store.write((tx) => saveSection(tx, owner, id, [revenue], { q14_revenue_per_head: answer }, 2))).toEqual(
    { ok: true, value: { edit: 3 } },
  );
  const kept = (await assessmentOf(store.db, owner, id))?.answers;
  expect([kept?.q01_network?.choice, kept?.q14_revenue_per_head?.choice]).toEqual([["B"], ["C"]]);
  const journal = await store.db.select().from(journalEntry);
  expect(journal.map(({ action }) => action)).toEqual([
    "assessment.started",
    "assessment.section_saved",
    "assessment.section_saved",
  ]);
  expect(journal[2]).toMatchObject({
    before: { q14_revenue_per_head: "" },
    after: { q14_revenue_per_head: "C" },
    parkSlug: "some-park",
    ownerOrganisationId: "org_1",
  });
  expect(JSON.stringify(journal)).not.toContain("987654");
});

test("a form drawn before somebody else's save is stale and changes nothing", async () => {
  const id = await filled(lowestAnswers());
  const late = await store.write((tx) =>
    saveSection(tx, owner, id, [question("q01_network")], { q01_network: { choice: ["B"], numbers: {} } }, 1),
  );
  expect(late).toEqual({ ok: false, reason: "stale" });
  expect((await assessmentOf(store.db, owner, id))?.answers.q01_network?.choice).toEqual(["A"]);
});

test("another enterprise neither sees nor changes it", async () => {
  const id = await filled(lowestAnswers());
  expect(await assessmentOf(store.db, neighbour, id)).toBeNull();
  expect(await store.write((tx) => saveSection(tx, neighbour, id, [], {}, 2))).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await store.write((tx) => finishAssessment(tx, neighbour, id, 2))).toEqual({ ok: false, reason: "not_found" });
});

test("finishing counts points and level; a half-filled or finished one is refused", async () => {
  const half = await started();
  expect(await store.write((tx) => finishAssessment(tx, owner, half, 1))).toEqual({ ok: false, reason: "incomplete" });
  const id = await filled(bestAnswers());
  expect(await store.write((tx) => finishAssessment(tx, owner, id, 2))).toEqual({
    ok: true,
    value: { score: 100, level: 4 },
  });
  expect(await store.write((tx) => finishAssessment(tx, owner, id, 3))).toEqual({ ok: false, reason: "finished" });
  expect(await store.write((tx) => saveSection(tx, owner, id, [], {}, 3))).toEqual({ ok: false, reason: "finished" });
  expect(await assessmentsOf(store.db, "org_1")).toMatchObject([
    { score: 100, level: 4, dimensions: [{ score: 50 }, { score: 30 }, { score: 20 }] },
  ]);
});

test("self and on-site results stand apart, and the enterprise sees the visit's once it is finished", async () => {
  const selfId = await filled(lowestAnswers());
  await store.write((tx) => finishAssessment(tx, owner, selfId, 2));
  vi.setSystemTime(Date.UTC(2031, 2, 6));
  const opened = await store.write((tx) => startAssessment(tx, expert, visit, onSite));
  const id = opened.ok ? opened.value.id : "";
  await store.write((tx) => saveSection(tx, expert, id, questionsOf(national), bestAnswers(), 1, onSite));
  expect(await assessmentOf(store.db, owner, id)).toBeNull();
  expect(await assessmentsOf(store.db, "org_1")).toHaveLength(1);
  await store.write((tx) => finishAssessment(tx, expert, id, 2, onSite));
  expect(await assessmentOf(store.db, owner, id)).toMatchObject({ source: "on_site", level: 4 });
  expect(await latestAssessment(store.db, "org_1")).toMatchObject({ id, source: "on_site", level: 4, score: 100 });
  expect(await latestAssessment(store.db, "org_1", ["self"])).toMatchObject({ id: selfId, level: 0, score: 0 });
  expect(await latestAssessment(store.db, "org_1", ["third_party"])).toBeNull();
  expect(await latestAssessment(store.db, "org_2")).toBeNull();
});

test("a second on-site assessment of the same case starts from the first", async () => {
  const first = await store.write((tx) => startAssessment(tx, expert, visit, onSite));
  const id = first.ok ? first.value.id : "";
  await store.write((tx) => saveSection(tx, expert, id, questionsOf(national), bestAnswers(), 1, onSite));
  await store.write((tx) => finishAssessment(tx, expert, id, 2, onSite));
  vi.setSystemTime(Date.UTC(2031, 2, 7));
  await store.write((tx) => startAssessment(tx, expert, visit, onSite));
  const present = await assessmentOfDiagnosis(store.db, visit);
  expect(present).toMatchObject({ status: "draft" });
  expect(present?.id).not.toBe(id);
  expect(present?.answers.q01_network?.choice).toEqual(["B", "C", "D", "E"]);
});

test("finishing on site tells the enterprise's people", async () => {
  const opened = await store.write((tx) => startAssessment(tx, expert, visit, onSite));
  const id = opened.ok ? opened.value.id : "";
  await store.write((tx) => saveSection(tx, expert, id, questionsOf(national), lowestAnswers(), 1, onSite));
  const { membership } = await import("#db/schema/identity.server");
  await store.write((tx) =>
    tx.insert(membership).values({ userId: "usr_1", organisationId: "org_1", role: "owner", createdAt: 1 }),
  );
  await store.write((tx) => finishAssessment(tx, expert, id, 2, onSite));
  expect(await store.db.select().from(notice)).toMatchObject([
    { userId: "usr_1", kind: "assessment.on_site_finished", href: `/enterprise/assessments/${id}` },
  ]);
});

test("a visitor's answers fill what the enterprise has left open", async () => {
  const id = await started();
  await store.write((tx) =>
    saveSection(tx, owner, id, [question("q01_network")], { q01_network: { choice: ["A"], numbers: {} } }, 1),
  );
  expect(await store.write((tx) => takeOverAnswers(tx, owner, bestAnswers()))).toEqual({ ok: true, value: { id } });
  const taken = await assessmentOf(store.db, owner, id);
  expect(taken?.answers.q01_network?.choice).toEqual(["A"]);
  expect(taken?.answers.s_finance?.choice).toEqual(["4"]);
  expect(taken?.edit).toBe(3);
});
