import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { assessment } from "#db/schema/assessment.server";
import { effect } from "#db/schema/clinic-after.server";
import { diagnosis } from "#db/schema/clinic.server";
import { journalEntry, notice } from "#db/schema/support.server";
import { effectStatuses } from "#db/vocabulary/clinic";
import { assessmentsOf } from "~/domain/assessment/results.server";
import { finishAssessment, saveSection, startAssessment } from "~/domain/assessment/assessments.server";
import { questionsOf } from "~/domain/assessment/scheme";
import { changePercent } from "~/domain/effects/comparison";
import { FigureForm } from "~/domain/effects/effect-form";
import { effectForEnterprise, effectForPark, effectsOfPark } from "~/domain/effects/effect-pages.server";
import { decideEffect } from "~/domain/effects/effect-review.server";
import { actsOf, effectMoves, moveOf } from "~/domain/effects/effect-status";
import { confirmEffect, noteFigure, removeFigure, reopenEffect, startEffect } from "~/domain/effects/effects.server";
import { publicEffects } from "~/domain/effects/public-effects";
import { confirmedEffects } from "~/domain/effects/public-effects.server";
import { beginReassessment, effectOfExpert } from "~/domain/effects/reassessment.server";
import { nextStage } from "~/domain/effects/stages";
import type { EnterpriseMember, Expert, ParkStaff } from "~/domain/identity/actor";
import { anEnterprise, anExpert, aPark, must, PARK } from "../../world/clinic";
import { addProject, addSolution } from "../../world/programme";
import { referenceStore } from "../../world/reference";
import { bestAnswers, lowestAnswers, national } from "../assessment/national";

const COMPLETED = "2031-01-10";
const BEFORE = Date.UTC(2030, 5, 1);
const figure = { metric: "changeover_time", unit: "hours", before: 4, after: 2.5 } as const;

let store: ReturnType<typeof referenceStore>;
let owner: EnterpriseMember;
let neighbour: EnterpriseMember;
let staff: ParkStaff;
let stranger: ParkStaff;
let expert: Expert;
let sold: { providerId: string; solutionId: string };

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2031, 2, 5) });
  store = referenceStore();
  await store.write(async (tx) => {
    owner = await anEnterprise(tx);
    neighbour = await anEnterprise(tx);
    staff = await aPark(tx);
    stranger = await aPark(tx, "jiujiang-etdz");
    expert = await anExpert(tx);
  });
  sold = await addSolution(store);
  return () => vi.useRealTimers();
});

/** A finished assessment and a finished project of the enterprise. */
async function aChange(member = owner, source: "self" | "on_site" = "self", finishedAt = BEFORE) {
  const base = newId("asm");
  const diagnosisId = source === "on_site" ? newId("dia") : null;
  await store.write(async (tx) => {
    if (diagnosisId) {
      await tx.insert(diagnosis).values({
        ...{ id: diagnosisId, enterpriseId: member.organisationId, parkSlug: PARK, regionCode: member.regionCode },
        ...{ status: "closed", need: "排产", scenarios: [], contactName: "王工", contactPhone: "0791-88880000" },
        ...{ expertUserId: expert.userId, createdByUserId: member.userId, createdAt: 1, statusSince: 1 },
      });
    }
    await tx.insert(assessment).values({
      ...{ id: base, enterpriseId: member.organisationId, source, diagnosisId, status: "finished" },
      ...{ schemeKey: national.key, schemeVersion: 1, answers: lowestAnswers(), score: 0, level: 0 },
      ...{ foundation: 0, management: 0, effect: 0, scenarioLevels: {} },
      ...{ byUserId: member.userId, startedAt: finishedAt, finishedAt },
    });
  });
  const project = {
    enterpriseId: member.organisationId,
    ...sold,
    status: "completed",
    completedOn: COMPLETED,
  } as const;
  return { base, origin: await addProject(store, project) };
}

const start = async (change: { base: string; origin: string }, member = owner) =>
  store.write((tx) => startEffect(tx, member, change));

async function begun(source: "self" | "on_site" = "self", member = owner): Promise<string> {
  return must(await start(await aChange(member, source), member)).id;
}

const rowOf = async (id: string) => (await store.db.select().from(effect).where(eq(effect.id, id)))[0];
const editOf = async (id: string) => (await rowOf(id))?.edit ?? 0;

async function measured(member = owner): Promise<string> {
  const id = await begun("self", member);
  must(await store.write((tx) => noteFigure(tx, member, id, { edit: 1, ...figure })));
  return id;
}

async function handedIn(member = owner): Promise<string> {
  const id = await measured(member);
  must(await store.write((tx) => confirmEffect(tx, member, id, { edit: 2, note: "" })));
  return id;
}

async function confirmed(member = owner): Promise<string> {
  const id = await handedIn(member);
  must(await store.write((tx) => decideEffect(tx, staff, id, { act: "park_confirm", edit: 3 })));
  return id;
}

test("the table leads nowhere else: confirmed is final, and each side has only its own acts", () => {
  for (const status of effectStatuses) {
    for (const { act, by } of effectMoves) {
      const to = moveOf(act, status, by);
      expect(to === null || effectMoves.some((row) => row.from === status && row.to === to && row.by === by)).toBe(
        true,
      );
    }
  }
  expect([actsOf("confirmed", "enterprise"), actsOf("confirmed", "park")]).toEqual([[], []]);
  expect(actsOf("enterprise_confirmed", "park")).toEqual(["park_confirm", "reject"]);
  expect(moveOf("park_confirm", "enterprise_confirmed", "enterprise")).toBeNull();
  expect(moveOf("park_confirm", "open", "park")).toBeNull();
});

test.each([
  [[], "t1"],
  [[{ stage: "t1", status: "open" }], null],
  [[{ stage: "t1", status: "rejected" }], null],
  [[{ stage: "t1", status: "confirmed" }], "t2"],
  [
    [
      { stage: "t1", status: "confirmed" },
      { stage: "t2", status: "open" },
    ],
    null,
  ],
] as const)("after %j comes %s", (all, next) => {
  expect(nextStage(all)).toBe(next);
});

test("an effect of somebody else's project, an assessment of somebody else, and a second T1 are refused", async () => {
  const change = await aChange();
  const other = await aChange(neighbour);
  expect(await start(change, neighbour)).toEqual({ ok: false, reason: "not_found" });
  expect(await start({ ...change, base: other.base })).toEqual({ ok: false, reason: "not_found" });
  must(await start(change));
  expect(await start(change)).toEqual({ ok: false, reason: "already_begun" });
});

test("an assessment made after the project was completed does not show how it was before", async () => {
  const change = await aChange(owner, "self", Date.UTC(2031, 1, 1));
  expect(await start(change)).toEqual({ ok: false, reason: "base_too_late" });
});

test("the re-assessment keeps source and version, begins with the answers before, and shows before and after", async () => {
  const id = await begun();
  const again = must(await store.write((tx) => beginReassessment(tx, owner, id))).id;
  expect(must(await store.write((tx) => beginReassessment(tx, owner, id))).id).toBe(again);
  const row = (await store.db.select().from(assessment).where(eq(assessment.id, again)))[0];
  expect(row).toMatchObject({ source: "self", schemeVersion: 1, effectId: id, status: "draft", diagnosisId: null });
  const ordinary = must(
    await store.write((tx) => startAssessment(tx, owner, { source: "self", enterpriseId: owner.organisationId })),
  );
  expect(ordinary.id).not.toBe(again);
  must(await store.write((tx) => saveSection(tx, owner, again, questionsOf(national), bestAnswers(), 1)));
  must(await store.write((tx) => finishAssessment(tx, owner, again, 2)));
  const page = await effectForEnterprise(store.db, owner, id);
  expect(page?.comparison?.total).toMatchObject({ before: 0, after: 100, by: 100 });
  expect(page?.comparison?.level).toMatchObject({ before: 0, after: 4 });
  expect(page?.comparison?.dimensions.map(({ by }) => by)).toEqual([50, 30, 20]);
  expect(page?.comparison?.scenarios.every(({ by }) => by === 4)).toBe(true);
  expect((await assessmentsOf(store.db, owner.organisationId)).filter(({ effectId }) => effectId === id)).toHaveLength(
    1,
  );
});

test("after an on-site assessment its expert alone assesses again, while the effect is open", async () => {
  const id = await begun("on_site");
  expect(await store.db.select().from(notice)).toMatchObject([{ userId: expert.userId, kind: "effect.started" }]);
  expect(await store.write((tx) => beginReassessment(tx, owner, id))).toEqual({ ok: false, reason: "not_yours" });
  const other = await store.write((tx) => anExpert(tx));
  expect(await effectOfExpert(store.db, other, id)).toBeNull();
  expect(await store.write((tx) => beginReassessment(tx, other, id))).toEqual({ ok: false, reason: "not_found" });
  must(await store.write((tx) => beginReassessment(tx, expert, id)));
  must(await store.write(async (tx) => noteFigure(tx, owner, id, { edit: 2, ...figure })));
  must(await store.write((tx) => confirmEffect(tx, owner, id, { edit: 3, note: "" })));
  expect(await store.write((tx) => beginReassessment(tx, expert, id))).toEqual({ ok: false, reason: "not_open" });
});

test.each([
  [{ before: "4,5x" }, "before"],
  [{ after: "" }, "after"],
  [{ metric: "speed" }, "metric"],
  [{ unit: "" }, "unit"],
  [{ before: "-1" }, "before"],
  [{ unit: "percent", before: "120" }, "before"],
])("a figure typed as %j is refused at its field", (but, field) => {
  const typed = { edit: "1", metric: "energy", unit: "hours", before: "４.5", after: "2", ...but };
  const parsed = FigureForm.safeParse(typed);
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("a metric is noted once, full-width digits are digits, and a stale form changes nothing", async () => {
  expect(FigureForm.parse({ edit: "1", metric: "energy", unit: "hours", before: "４.5", after: "2" }).before).toBe(4.5);
  const id = await measured();
  must(await store.write((tx) => noteFigure(tx, owner, id, { edit: 2, ...figure, after: 2 })));
  expect((await rowOf(id))?.figures).toEqual([{ ...figure, after: 2 }]);
  expect(await store.write((tx) => noteFigure(tx, owner, id, { edit: 2, ...figure, after: 1 }))).toEqual({
    ok: false,
    reason: "stale",
  });
  expect(await store.write((tx) => noteFigure(tx, neighbour, id, { edit: 3, ...figure }))).toEqual({
    ok: false,
    reason: "not_found",
  });
  must(await store.write((tx) => removeFigure(tx, owner, id, { edit: 3, metric: "changeover_time" })));
  expect((await rowOf(id))?.figures).toEqual([]);
});

test("nothing measured and a questionnaire half filled in cannot be confirmed", async () => {
  const id = await begun();
  const confirm = async () =>
    store.write(async (tx) => confirmEffect(tx, owner, id, { edit: await editOf(id), note: "" }));
  expect(await confirm()).toEqual({ ok: false, reason: "nothing_measured" });
  must(await store.write((tx) => beginReassessment(tx, owner, id)));
  expect(await confirm()).toEqual({ ok: false, reason: "assessment_open" });
});

test("enterprise, then park: each is told, each step is journaled, and a confirmed effect stays as it is", async () => {
  const id = await handedIn();
  expect(await effectForPark(store.db, stranger, id)).toBeNull();
  const foreign = await store.write((tx) => decideEffect(tx, stranger, id, { act: "park_confirm", edit: 3 }));
  expect(foreign).toEqual({ ok: false, reason: "not_found" });
  const stale = await store.write((tx) => decideEffect(tx, staff, id, { act: "park_confirm", edit: 2 }));
  expect(stale).toEqual({ ok: false, reason: "stale" });
  must(await store.write((tx) => decideEffect(tx, staff, id, { act: "park_confirm", edit: 3 })));
  const told = await store.db.select().from(notice);
  expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([
    [staff.userId, "effect.enterprise_confirmed"],
    [owner.userId, "effect.confirmed"],
  ]);
  const entries = await store.db.select().from(journalEntry).where(eq(journalEntry.subjectKind, "effect"));
  expect(entries.map(({ action }) => action)).toEqual([
    "effect.started",
    "effect.figures_changed",
    "effect.enterprise_confirmed",
    "effect.confirmed",
  ]);
  expect(await store.write((tx) => reopenEffect(tx, owner, id, { edit: 4 }))).toEqual({
    ok: false,
    reason: "not_open",
  });
  expect(await store.write((tx) => noteFigure(tx, owner, id, { edit: 4, ...figure }))).toMatchObject({ ok: false });
});

test("sent back with words, it can be corrected and confirmed again; what is being measured the park does not see", async () => {
  const id = await handedIn();
  const words = { act: "reject", edit: 3, text: "口径不同，请重新统计" } as const;
  must(await store.write((tx) => decideEffect(tx, staff, id, words)));
  expect(await rowOf(id)).toMatchObject({ status: "rejected", rejection: words.text });
  must(await store.write((tx) => reopenEffect(tx, owner, id, { edit: 4 })));
  expect(await effectsOfPark(store.db, staff)).toEqual([]);
  must(await store.write((tx) => confirmEffect(tx, owner, id, { edit: 5, note: "" })));
  expect(await effectsOfPark(store.db, staff)).toMatchObject([{ id, status: "enterprise_confirmed" }]);
});

test("T2 follows a confirmed T1 and is held against the same assessment before", async () => {
  const change = await aChange();
  const first = must(await start(change)).id;
  must(await store.write((tx) => noteFigure(tx, owner, first, { edit: 1, ...figure })));
  must(await store.write((tx) => confirmEffect(tx, owner, first, { edit: 2, note: "" })));
  must(await store.write((tx) => decideEffect(tx, staff, first, { act: "park_confirm", edit: 3 })));
  const other = await aChange();
  const second = must(await start({ origin: change.origin, base: other.base })).id;
  expect(await rowOf(second)).toMatchObject({ stage: "t2", baseAssessmentId: change.base });
});

test("only confirmed effects are public, as counts", async () => {
  await handedIn();
  expect(await confirmedEffects(store.db, sold)).toBeNull();
  await confirmed(neighbour);
  expect(await confirmedEffects(store.db, sold)).toEqual({
    enterprises: 1,
    risen: 0,
    metrics: [{ metric: "changeover_time", enterprises: 1, percent: null }],
  });
  expect(await confirmedEffects(store.db, { providerId: sold.providerId, solutionId: "sol_none" })).toBeNull();
});

test("no mean of fewer than three enterprises, and no enterprise counts twice", () => {
  const any = fc.record({
    enterpriseId: fc.constantFrom("a", "b", "c", "d"),
    figures: fc.array(
      fc.record({ ...constants, before: fc.integer({ min: 0, max: 9 }), after: fc.integer({ min: 0, max: 9 }) }),
      { maxLength: 1 },
    ),
    levelBefore: fc.option(fc.integer({ min: 0, max: 4 })),
    levelAfter: fc.option(fc.integer({ min: 0, max: 4 })),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (all) => {
      const { enterprises, risen, metrics } = publicEffects(all);
      expect(enterprises).toBe(new Set(all.map(({ enterpriseId }) => enterpriseId)).size);
      expect(risen).toBeLessThanOrEqual(enterprises);
      for (const one of metrics) {
        expect(one.enterprises).toBeLessThanOrEqual(enterprises);
        expect(one.percent === null).toBe(one.enterprises < 3);
      }
    }),
  );
});

const constants = { metric: fc.constant("energy" as const), unit: fc.constant("hours" as const) };

test.each([
  [4, 2.5, -38],
  [4, 4, 0],
  [0, 3, null],
  [10, 12, 20],
])("from %d to %d is %s per cent", (before, after, percent) => {
  expect(changePercent({ before, after })).toBe(percent);
});
