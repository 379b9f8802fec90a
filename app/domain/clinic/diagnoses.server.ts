/** What an enterprise does with its case: ask for a diagnosis, answer the park, withdraw. */
import { and, eq, inArray } from "drizzle-orm";
import { diagnosis } from "#db/schema/clinic.server";
import { park, scenario } from "#db/schema/scenarios.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import type { AnswerForm, RequestDraftForm, RequestForm } from "./diagnosis-form";
import { openStatuses } from "./diagnosis-status";
import {
  caseToMove,
  insertStep,
  writeStep,
  type Diagnosis,
  type MoveRefusal,
  type Said,
  type SeenCase,
} from "./moves.server";
import { tellCase } from "./tidings.server";

export type SubmitRefusal = "already_open" | "id_taken" | "unknown_park" | "unknown_scenario";

/**
 * Asks the enterprise's park for a diagnosis. The id comes with the form: the same id again is the same request and answers
 * it unchanged. Refuses while another case is open, a park or scenario that does not exist, and an id of somebody else.
 * Writes diagnosis, diagnosis_step, journal and a notice to the park.
 */
export async function submitDiagnosis(
  tx: Writer,
  member: EnterpriseMember,
  form: RequestForm,
): Promise<Outcome<{ id: string }, SubmitRefusal>> {
  const before = await one(tx.select().from(diagnosis).where(eq(diagnosis.id, form.id)));
  if (before && before.enterpriseId !== member.organisationId) return refused("id_taken");
  if (before && before.status !== "draft") return done({ id: before.id });
  if (await openCaseOf(tx, member)) return refused("already_open");
  const place = await placeOf(tx, member.parkSlug ?? form.parkSlug);
  if (!place) return refused("unknown_park");
  if (!(await areScenarios(tx, form.scenarios))) return refused("unknown_scenario");

  const at = Date.now();
  const submitted = { ...rowOf(member, form, at), ...place, status: "submitted" as const, submittedAt: at };
  await tx.insert(diagnosis).values(submitted).onConflictDoUpdate({ target: diagnosis.id, set: submitted });
  await insertStep(tx, member, { id: form.id, from: before?.status ?? null, to: "submitted", at });
  await record(tx, member, {
    action: "diagnosis.submitted",
    subject: { kind: "diagnosis", id: form.id },
    ownerOrganisationId: member.organisationId,
    ...place,
    after: { status: "submitted", scenarios: form.scenarios },
  });
  const after = await one(tx.select().from(diagnosis).where(eq(diagnosis.id, form.id)));
  if (after) await tellCase(tx, member, after, ["park"], "diagnosis.submitted");
  return done({ id: form.id });
}

/**
 * Keeps an unfinished request, complete or not; only the enterprise sees it. Refuses once it has been handed in.
 * Writes diagnosis and journal.
 */
export async function saveDraft(
  tx: Writer,
  member: EnterpriseMember,
  form: RequestDraftForm,
): Promise<Outcome<{ id: string }, "id_taken" | "unknown_park">> {
  const before = await one(tx.select().from(diagnosis).where(eq(diagnosis.id, form.id)));
  if (before && (before.enterpriseId !== member.organisationId || before.status !== "draft"))
    return refused("id_taken");
  const chosen = member.parkSlug ?? form.parkSlug;
  const place = chosen ? await placeOf(tx, chosen) : { parkSlug: "", regionCode: member.regionCode };
  if (!place) return refused("unknown_park");
  const draft = { ...rowOf(member, form, Date.now()), ...place, status: "draft" as const };
  await tx.insert(diagnosis).values(draft).onConflictDoUpdate({ target: diagnosis.id, set: draft });
  await record(tx, member, {
    action: "diagnosis.draft",
    subject: { kind: "diagnosis", id: form.id },
    ownerOrganisationId: member.organisationId,
  });
  return done({ id: form.id });
}

/** The enterprise's unfinished request, newest first, or null. */
export function draftOf(db: Reader, member: EnterpriseMember): Promise<Diagnosis | null> {
  const isOwnDraft = and(eq(diagnosis.enterpriseId, member.organisationId), eq(diagnosis.status, "draft"));
  return one(db.select().from(diagnosis).where(isOwnDraft));
}

/** The enterprise's case that somebody still works on, or null. */
export function openCaseOf(db: Reader, member: EnterpriseMember): Promise<Diagnosis | null> {
  const isOwnOpen = and(
    eq(diagnosis.enterpriseId, member.organisationId),
    inArray(diagnosis.status, [...openStatuses]),
  );
  return one(db.select().from(diagnosis).where(isOwnOpen));
}

/**
 * Answers what the park asked for: the request is changed and handed in again; the park's clock goes on where it stopped.
 * Refuses what is not asked, stale, or names an unknown scenario. Writes the step, the journal and a notice to the park.
 */
export async function answerChanges(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  form: AnswerForm,
): Promise<Outcome<Diagnosis, MoveRefusal | "unknown_scenario">> {
  const found = await caseToMove(tx, member, { id, edit: form.edit }, "submitted");
  if (!found.ok) return found;
  if (found.value.status === "draft") return refused("not_possible");
  if (!(await areScenarios(tx, form.scenarios))) return refused("unknown_scenario");
  const { contactName, contactPhone, need, scenarios, suitableTimes } = form;
  const change = { contactName, contactPhone, need, scenarios, suitableTimes };
  const after = await writeStep(tx, member, found.value, "submitted", { text: form.answer }, change);
  await tellCase(tx, member, after, ["park"], "diagnosis.answered", { text: form.answer });
  return done(after);
}

/**
 * Takes the request back, before the visit has begun, with a reason. A draft goes without one.
 * Writes the step, the journal and notices to the park and the expert.
 */
export async function withdrawDiagnosis(
  tx: Writer,
  member: EnterpriseMember,
  seen: SeenCase,
  said: Said,
): Promise<Outcome<Diagnosis, MoveRefusal>> {
  const found = await caseToMove(tx, member, seen, "withdrawn", said);
  if (!found.ok) return found;
  const after = await writeStep(tx, member, found.value, "withdrawn", said);
  if (found.value.status !== "draft") await tellCase(tx, member, after, ["park", "expert"], "diagnosis.withdrawn");
  return done(after);
}

/** The park of the case and the prefecture whose city may watch it. */
async function placeOf(tx: Writer, slug: string | null): Promise<{ parkSlug: string; regionCode: string } | null> {
  if (slug === null) return null;
  return one(tx.select({ parkSlug: park.slug, regionCode: park.prefectureCode }).from(park).where(eq(park.slug, slug)));
}

async function areScenarios(tx: Writer, keys: readonly string[]): Promise<boolean> {
  const isNeed = and(inArray(scenario.key, [...keys]), inArray(scenario.kind, ["core", "foundation"]));
  return (await tx.$count(scenario, isNeed)) === keys.length;
}

function rowOf(member: EnterpriseMember, form: RequestDraftForm, at: number) {
  const { id, contactName, contactPhone, need, scenarios, suitableTimes } = form;
  const asked = { id, contactName, contactPhone, need, scenarios, suitableTimes };
  return {
    ...asked,
    enterpriseId: member.organisationId,
    createdByUserId: member.userId,
    createdAt: at,
    statusSince: at,
  };
}
