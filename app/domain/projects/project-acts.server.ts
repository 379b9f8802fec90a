/** What the two sides do in a project: start, delivery, acceptance or objection. */
import { and, desc, eq } from "drizzle-orm";
import { projectStep } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { z } from "zod";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { dayOf } from "~/i18n/format";
import { measureSolution } from "./measured.server";
import type { ApproveForm, DeliverForm, ObjectForm, StartForm } from "./project-form";
import { moveProject, projectToMove, type ProjectRefusal } from "./project-moves.server";

type DayRefusal = ProjectRefusal | "day_ahead" | "day_too_early";
type DeliveryRefusal = DayRefusal | "day_before_objection";

/** The provider has begun. Refuses a day to come or before the contract. Writes project, step, journal; tells the enterprise. */
export async function startProject(
  tx: Writer,
  member: ProviderMember,
  id: string,
  { edit, on, text }: z.infer<typeof StartForm>,
): Promise<Outcome<undefined, DayRefusal>> {
  const found = await projectToMove(tx, member, { id, edit }, "start");
  if (!found.ok) return found;
  if (on > dayOf(Date.now())) return refused("day_ahead");
  // Until then it is the day of the contract.
  if (on < found.value.startedOn) return refused("day_too_early");
  await moveProject(tx, member, found.value, "start", { startedOn: on }, { text });
  return done();
}

/**
 * The provider reports delivery. Refuses a day to come, before the start, or before the last objection: the measured days would
 * leave out what was done anew. Writes project, step, journal; tells the enterprise.
 */
export async function reportDelivery(
  tx: Writer,
  member: ProviderMember,
  id: string,
  { edit, on, text }: z.infer<typeof DeliverForm>,
): Promise<Outcome<undefined, DeliveryRefusal>> {
  const found = await projectToMove(tx, member, { id, edit }, "deliver");
  if (!found.ok) return found;
  if (on > dayOf(Date.now())) return refused("day_ahead");
  if (on < found.value.startedOn) return refused("day_too_early");
  const objectedOn = await lastObjection(tx, id);
  if (objectedOn !== null && on < objectedOn) return refused("day_before_objection");
  await moveProject(tx, member, found.value, "deliver", { completedOn: on }, { text });
  return done();
}

/**
 * The enterprise accepts what was delivered. Writes project, step, journal; tells the provider; the solution's measured
 * facts and the catalogue's version move with it.
 */
export async function acceptDelivery(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  { edit, text }: z.infer<typeof ApproveForm>,
): Promise<Outcome<undefined, ProjectRefusal>> {
  const found = await projectToMove(tx, member, { id, edit }, "accept");
  if (!found.ok) return found;
  await moveProject(tx, member, found.value, "accept", { acceptedOn: dayOf(Date.now()) }, { text });
  await measureSolution(tx, found.value.solutionId);
  return done();
}

/** The enterprise objects: the work goes on. Writes project, step, journal; tells the provider why. */
export async function objectToDelivery(
  tx: Writer,
  member: EnterpriseMember,
  id: string,
  { edit, reason, text }: z.infer<typeof ObjectForm>,
): Promise<Outcome<undefined, ProjectRefusal>> {
  const found = await projectToMove(tx, member, { id, edit }, "object");
  if (!found.ok) return found;
  await moveProject(tx, member, found.value, "object", { completedOn: null }, { reason, text });
  return done();
}

/** The day of the last objection, or null: the only step of the enterprise's that leads back to the work. */
async function lastObjection(db: Reader, projectId: string): Promise<string | null> {
  const { at, bySide, status } = projectStep;
  const isObjection = and(eq(projectStep.projectId, projectId), eq(bySide, "enterprise"), eq(status, "implementing"));
  const last = await one(db.select({ at }).from(projectStep).where(isObjection).orderBy(desc(at)).limit(1));
  return last && dayOf(last.at);
}
