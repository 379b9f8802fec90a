/** Findings and recommendations of a draft report, changed one by one. Every change moves the report's `edit` on. */
import { and, eq, gt, inArray } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider, solution } from "#db/schema/catalogue.server";
import { finding, recommendation } from "#db/schema/clinic.server";
import { scenario } from "#db/schema/scenarios.server";
import { one, type Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { findingsOf, noteEdit, recommendationsOf, reportToEdit, type EditRefusal } from "./draft-report.server";
import { forgetPhotosOf } from "./field-photos.server";
import { priorityOf } from "./priority-matrix";
import type { FindingForm, RecommendationForm } from "./report-form";

type Id = { id: string };
export type FindingRefusal = EditRefusal | "unknown_scenario" | "gain_incomplete";
export type RecommendationRefusal =
  EditRefusal | "unknown_scenario" | "unknown_finding" | "unknown_solution" | "budget_order" | "priority_missing";

/** Adds a finding at the end. Refuses an unknown scenario, half a figure of the gain, and a report that is not the expert's to write. */
export async function addFinding(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  { edit, ...form }: FindingForm,
): Promise<Outcome<Id, FindingRefusal>> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  const wrong = await wrongWithFinding(tx, form);
  if (wrong) return refused(wrong);
  const no = ((await findingsOf(tx, draft.value.id)).at(-1)?.no ?? 0) + 1;
  const id = newId("fnd");
  await tx.insert(finding).values({ id, reportId: draft.value.id, no, ...form });
  await noteEdit(tx, expert, draft.value, { action: "report.finding_added", id });
  return done({ id });
}

/** Changes a finding of the draft. Refuses what addFinding refuses, and one that is not of this report. Writes finding, report, journal. */
export async function changeFinding(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  findingId: string,
  { edit, ...form }: FindingForm,
): Promise<Outcome<Id, FindingRefusal>> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  const wrong = await wrongWithFinding(tx, form);
  if (wrong) return refused(wrong);
  const isOurs = and(eq(finding.id, findingId), eq(finding.reportId, draft.value.id));
  const present = await one(tx.select({ edit: finding.edit }).from(finding).where(isOurs));
  if (!present) return refused("not_found");
  // Devices on the shop floor hold their copies against this number.
  await tx
    .update(finding)
    .set({ ...form, edit: present.edit + 1 })
    .where(isOurs);
  await noteEdit(tx, expert, draft.value, { action: "report.finding_changed", id: findingId });
  return done({ id: findingId });
}

/** Takes a finding out and numbers the rest anew. Refuses one that recommendations rest on. */
export async function removeFinding(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  findingId: string,
  edit: number,
): Promise<Outcome<Id, EditRefusal | "has_recommendations">> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  const reportId = draft.value.id;
  const gone = (await findingsOf(tx, reportId)).find(({ id }) => id === findingId);
  if (!gone) return refused("not_found");
  if ((await tx.$count(recommendation, eq(recommendation.findingId, findingId))) > 0)
    return refused("has_recommendations");
  await forgetPhotosOf(tx, [findingId]);
  await tx.delete(finding).where(eq(finding.id, findingId));
  const later = await tx
    .select()
    .from(finding)
    .where(and(eq(finding.reportId, reportId), gt(finding.no, gone.no)))
    .orderBy(finding.no);
  for (const { id, no } of later)
    await tx
      .update(finding)
      .set({ no: no - 1 })
      .where(eq(finding.id, id));
  await noteEdit(tx, expert, draft.value, { action: "report.finding_removed", id: findingId });
  return done({ id: findingId });
}

/**
 * Adds a recommendation on one finding and one scenario. Refuses a finding of another report, solutions that are not
 * published, a budget whose lower end is above its upper one, and one with neither both marks nor a priority set by hand.
 */
export async function addRecommendation(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  { edit, ...wanted }: RecommendationForm,
): Promise<Outcome<Id, RecommendationRefusal>> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  const wrong = await wrongWith(tx, draft.value.id, wanted);
  if (wrong) return refused(wrong);
  const form = prioritised(wanted);
  if (!form) return refused("priority_missing");
  const { id: reportId, enterpriseId } = draft.value;
  const no = ((await recommendationsOf(tx, reportId)).at(-1)?.no ?? 0) + 1;
  const id = newId("rec");
  await tx.insert(recommendation).values({ id, reportId, enterpriseId, no, ...form, status: "proposed" });
  await noteEdit(tx, expert, draft.value, { action: "report.recommendation_added", id });
  return done({ id });
}

/** Changes a recommendation of the draft. Refuses what addRecommendation refuses; solutions named before may stay. Writes recommendation, report, journal. */
export async function changeRecommendation(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  recommendationId: string,
  { edit, ...wanted }: RecommendationForm,
): Promise<Outcome<Id, RecommendationRefusal>> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  const present = (await recommendationsOf(tx, draft.value.id)).find(({ id }) => id === recommendationId);
  if (!present) return refused("not_found");
  const wrong = await wrongWith(tx, draft.value.id, wanted, present.solutionIds);
  if (wrong) return refused(wrong);
  const form = prioritised(wanted);
  if (!form) return refused("priority_missing");
  await tx
    .update(recommendation)
    .set({ ...form, edit: present.edit + 1 })
    .where(eq(recommendation.id, recommendationId));
  await noteEdit(tx, expert, draft.value, { action: "report.recommendation_changed", id: recommendationId });
  return done({ id: recommendationId });
}

/** Takes a recommendation out and numbers the rest anew. */
export async function removeRecommendation(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  recommendationId: string,
  edit: number,
): Promise<Outcome<Id, EditRefusal>> {
  const draft = await reportToEdit(tx, expert, diagnosisId, edit);
  if (!draft.ok) return draft;
  const all = await recommendationsOf(tx, draft.value.id);
  const gone = all.find(({ id }) => id === recommendationId);
  if (!gone) return refused("not_found");
  await tx.delete(recommendation).where(eq(recommendation.id, recommendationId));
  for (const { id, no } of all.filter((other) => other.no > gone.no)) {
    await tx
      .update(recommendation)
      .set({ no: no - 1 })
      .where(eq(recommendation.id, id));
  }
  await noteEdit(tx, expert, draft.value, { action: "report.recommendation_removed", id: recommendationId });
  return done({ id: recommendationId });
}

type Wanted = Omit<RecommendationForm, "edit">;

/** The priority follows from the marks unless the expert set one; null when there is nothing to go by. */
function prioritised(wanted: Wanted) {
  const { effort, effect } = wanted;
  const byRule = effort === null || effect === null ? null : priorityOf(effort, effect);
  const priority = wanted.priority ?? byRule;
  return priority && { ...wanted, priority };
}

/** A figure is a metric, a value and a unit. */
async function wrongWithFinding(tx: Writer, form: Omit<FindingForm, "edit">) {
  if (!(await isScenario(tx, form.scenarioKey))) return "unknown_scenario";
  const given = [form.gainMetric, form.gainValue, form.gainUnit].filter((part) => part !== null).length;
  return given === 0 || given === 3 ? null : "gain_incomplete";
}

/** A solution named before may stay although its provider has hidden it since; the report then says so. */
async function wrongWith(tx: Writer, reportId: string, form: Wanted, named: readonly string[] = []) {
  const isOurs = and(eq(finding.id, form.findingId), eq(finding.reportId, reportId));
  if (!(await one(tx.select({ id: finding.id }).from(finding).where(isOurs)))) return "unknown_finding";
  if (!(await isScenario(tx, form.scenarioKey))) return "unknown_scenario";
  const { budgetMinFen, budgetMaxFen } = form;
  if (budgetMinFen !== null && budgetMaxFen !== null && budgetMinFen > budgetMaxFen) return "budget_order";
  const added = form.solutionIds.filter((id) => !named.includes(id));
  return (await countPublished(tx, added)) === added.length ? null : "unknown_solution";
}

async function countPublished(tx: Writer, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx
    .select({ id: solution.id })
    .from(solution)
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .where(and(inArray(solution.id, [...ids]), eq(solution.status, "published"), eq(provider.status, "open")));
  return rows.length;
}

/** Whether findings may be about it: a core scenario or a foundation category. */
export async function isScenario(tx: Writer, key: string): Promise<boolean> {
  return (await tx.$count(scenario, and(eq(scenario.key, key), inArray(scenario.kind, ["core", "foundation"])))) === 1;
}
