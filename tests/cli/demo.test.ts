import { beforeAll, expect, test, vi } from "vitest";
import { loadReference } from "#db/seed/reference.server";
import { queries } from "#db/seed/rows.server";
import { assessment } from "#db/schema/assessment.server";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { diagnosis, diagnosisStep, recommendation, report } from "#db/schema/clinic.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { event } from "#db/schema/events.server";
import { enterprise, membership, organisation, user } from "#db/schema/identity.server";
import { decision } from "#db/schema/moderation.server";
import { enquiry, project } from "#db/schema/projects.server";
import { journalEntry, notice } from "#db/schema/support.server";
import { setting } from "#db/schema/scenarios.server";
import { providerStatuses, solutionStatuses } from "#db/vocabulary/catalogue";
import { diagnosisStatuses, recommendationStatuses, reportStatuses } from "#db/vocabulary/clinic";
import { demoLogins, demoPassword } from "#db/vocabulary/demo-logins";
import { eventStatuses } from "#db/vocabulary/events";
import { begunProjectStatuses, enquiryStatuses, projectStatuses } from "#db/vocabulary/projects";
import { readAnswers } from "~/domain/assessment/answers";
import { levelOf } from "~/domain/assessment/level";
import { readScheme } from "~/domain/assessment/scheme.server";
import { scoreAnswers } from "~/domain/assessment/score";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { diagnosisMoves } from "~/domain/clinic/diagnosis-status";
import { meet } from "~/domain/clinic/slot-booking.server";
import { passwordFits } from "~/domain/identity/passwords.server";
import { isValidCreditCode } from "../../cli/demo/credit-codes";
import { loadDemonstration } from "../../cli/demo/load";
import { dealtOut, plans, totalOf } from "../../cli/demo/plan";
import { realNames } from "../../cli/demo/real-names";
import { realBrands } from "../../cli/demo/texts/name-parts";
import { testStore } from "../world/store";

const NOW = Date.UTC(2026, 2, 4, 3);

async function loaded() {
  const store = testStore();
  loadReference(store.writer, undefined, NOW);
  await loadDemonstration(store, "small", () => {}, NOW);
  return store;
}

let world: Awaited<ReturnType<typeof loaded>>;

beforeAll(async () => {
  world = await loaded();
});

test("two worlds of one seed are the same, row by row", async () => {
  const other = await loaded();
  const tables = [
    ...[organisation, membership, enterprise, provider, solution, solutionVersion, diagnosis, diagnosisStep, report],
    ...[recommendation, assessment, project, event, enquiry, notice, journalEntry, decision, expertSlot],
  ];
  for (const table of tables) {
    const [one, two] = [
      queries(world.writer).select().from(table).all(),
      queries(other.writer).select().from(table).all(),
    ];
    expect(one.length).toBeGreaterThan(0);
    expect(two).toEqual(one);
  }
});

test("no invented organisation carries a real one's name, and all are marked", async () => {
  const rows = await world.db.select().from(organisation);
  const invented = rows.filter(
    ({ kind }) => kind === "enterprise" || kind === "provider" || kind === "promotion_centre",
  );
  for (const { name } of invented) {
    expect(realNames().filter((real) => name.includes(real))).toEqual([]);
    expect(realBrands.filter((real) => name.slice(2).startsWith(real))).toEqual([]);
  }
  expect(rows.filter(({ isDemo }) => !isDemo)).toEqual([]);
  // Authorities and committees exist: they say what they are.
  expect(rows.filter((row) => !invented.includes(row) && !row.name.endsWith("（演示）"))).toEqual([]);
});

test("credit codes are valid by GB 32100-2015 and differ", async () => {
  const rows = await world.db.select({ code: organisation.creditCode }).from(organisation);
  const codes = rows.flatMap(({ code }) => code ?? []);
  expect(codes.filter((code) => !isValidCreditCode(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(isValidCreditCode("91350100M000100Y43")).toBe(true);
});

test("every state of every object is there", async () => {
  const statesOf = async (rows: PromiseLike<{ status: string }[]>) => new Set((await rows).map(({ status }) => status));
  const db = world.db;
  expect(await statesOf(db.select({ status: provider.status }).from(provider))).toEqual(new Set(providerStatuses));
  expect(await statesOf(db.select({ status: solution.status }).from(solution))).toEqual(new Set(solutionStatuses));
  expect(await statesOf(db.select({ status: diagnosis.status }).from(diagnosis))).toEqual(new Set(diagnosisStatuses));
  expect(await statesOf(db.select({ status: enquiry.status }).from(enquiry))).toEqual(new Set(enquiryStatuses));
  expect(await statesOf(db.select({ status: project.status }).from(project))).toEqual(new Set(projectStatuses));
  expect(await statesOf(db.select({ status: event.status }).from(event))).toEqual(new Set(eventStatuses));
  const recommended = await statesOf(db.select({ status: recommendation.status }).from(recommendation));
  expect(recommendationStatuses.filter((status) => !recommended.has(status))).toEqual([]);
  const reports = await statesOf(db.select({ status: report.status }).from(report));
  expect(reportStatuses.filter((status) => status !== "superseded" && !reports.has(status))).toEqual([]);
});

test("the steps of a case follow the workflow, in order, and end in its status", async () => {
  const steps = await world.db.select().from(diagnosisStep).orderBy(diagnosisStep.at);
  for (const one of await world.db.select().from(diagnosis)) {
    const own = steps.filter(({ diagnosisId }) => diagnosisId === one.id);
    if (one.status === "draft") expect(own).toEqual([]);
    else expect(own.at(-1)?.toStatus).toBe(one.status);
    // A step from a status to itself (an objection to a report) does not begin it anew.
    const entered = own.findLast(({ fromStatus, toStatus }) => fromStatus !== toStatus);
    if (entered) expect(entered).toMatchObject({ toStatus: one.status, at: one.statusSince });
    own.forEach(({ fromStatus, toStatus, reason, at }, index) => {
      expect(fromStatus).toBe(own[index - 1]?.toStatus ?? null);
      expect(at).toBeLessThanOrEqual(NOW);
      if (index === 0) return expect(toStatus).toBe("submitted");
      if (fromStatus === toStatus) return expect(toStatus).toBe("reported");
      const move = diagnosisMoves.find(({ from, to }) => from === fromStatus && to === toStatus);
      expect(move, `${fromStatus} → ${toStatus}`).toBeDefined();
      expect((move?.reasons.length ?? 0) > 0).toBe(reason !== null);
    });
  }
});

test("an enterprise has at most one open case", async () => {
  const ended = ["closed", "declined", "withdrawn", "cancelled", "draft"];
  const open = (await world.db.select().from(diagnosis)).filter(({ status }) => !ended.includes(status));
  expect(new Set(open.map(({ enterpriseId }) => enterpriseId)).size).toBe(open.length);
});

test("scores and levels are what the scheme makes of the answers", async () => {
  const { scheme } = await readScheme(world.db);
  for (const row of await world.db.select().from(assessment)) {
    if (row.status === "draft") continue;
    const score = scoreAnswers(scheme, readAnswers(scheme, row.answers));
    expect(score.unanswered).toEqual([]);
    expect(row).toMatchObject({ score: score.total, scenarioLevels: score.scenarioLevels });
    expect(row.level).toBe(levelOf(scheme, score.total, score.scenarioLevels));
  }
});

test("every ready login exists with the shown password and belongs where it says", async () => {
  for (const { key, email, organisationKind } of demoLogins) {
    const [person] = queries(world.writer)
      .select()
      .from(user)
      .all()
      .filter((row) => row.email === email);
    expect(person, email).toBeDefined();
    expect(person?.isAdministrator).toBe(key === "administrator");
    expect(await passwordFits(person?.passwordHash ?? "", demoPassword)).toBe(true);
    const ids = (await world.db.select().from(membership))
      .filter(({ userId }) => userId === person?.id)
      .map((row) => row.organisationId);
    const kinds = (await world.db.select().from(organisation))
      .filter(({ id }) => ids.includes(id))
      .map(({ kind }) => kind);
    expect(kinds).toEqual(organisationKind ? [organisationKind] : []);
  }
  expect(await world.db.select().from(setting)).toContainEqual({ key: "demo.world", value: "small" });
});

test("what is published is in the catalogue, with what accepted projects measured", async () => {
  // The world lies around NOW, and so does how fresh its listings are.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  const { solutions } = await publishedCatalogue(world.db).finally(() => vi.useRealTimers());
  expect(solutions.length).toBe(plans.small.solutions.published);
  expect(solutions.some(({ isSunk }) => isSunk)).toBe(true);
  const accepted = (await world.db.select().from(project)).filter(({ status }) => status === "accepted");
  for (const one of solutions) {
    expect(one.acceptedProjects).toBe(accepted.filter(({ solutionId }) => solutionId === one.id).length);
    expect(one.medianDays === null).toBe(one.acceptedProjects === 0);
  }
});

test("the programme's plan adds up to its published figures", () => {
  const plan = plans.programme;
  expect(totalOf(plan.diagnosed)).toBe(16_030);
  expect(begunProjectStatuses.reduce((sum, status) => sum + plan.projects[status], 0)).toBe(10_900);
  expect(totalOf(plan.projects)).toBeLessThanOrEqual(plan.diagnosed.closed);
  expect(plan.providers.open).toBeGreaterThan(800);
  expect(plan.solutions.published).toBeGreaterThan(1_200);
  const sessions = dealtOut(plan.parkSessions, 102);
  expect(sessions.reduce((sum, count) => sum + count, 0)).toBe(1_795);
  expect(Math.min(...sessions)).toBeGreaterThan(0);
  const [few, many] = plan.participantsPerEvent;
  expect(plan.otherEvents.held).toBeGreaterThan(600);
  expect(plan.otherEvents.held * ((few + many) / 2)).toBeGreaterThan(50_000);
});

test("every agreed visit has its expert's time, no expert is in two places, and there is something to pick", () => {
  const slots = queries(world.writer).select().from(expertSlot).all();
  const cases = queries(world.writer).select().from(diagnosis).all();
  const scheduled = cases.filter(({ status }) => status === "scheduled");
  expect(scheduled.length).toBeGreaterThan(0);
  for (const { id, expertUserId, visitAt } of scheduled) {
    expect(visitAt).toBeGreaterThan(NOW);
    expect(slots.find(({ diagnosisId }) => diagnosisId === id)).toMatchObject({ expertUserId, startsAt: visitAt });
  }
  const together = slots.filter((a) =>
    slots.some((b) => a.id < b.id && a.expertUserId === b.expertUserId && meet(a, b)),
  );
  expect(together).toEqual([]);
  for (const { expertUserId } of cases.filter(({ status }) => status === "assigned" || status === "scheduled")) {
    const free = slots.filter((slot) => slot.expertUserId === expertUserId && slot.diagnosisId === null);
    expect(free.length).toBeGreaterThan(2);
  }
});
