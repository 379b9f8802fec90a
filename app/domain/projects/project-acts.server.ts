/** What the two sides do in a project: start, delivery, acceptance or objection. */
import type { Writer } from "#db/store.server";
import type { z } from "zod";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { dayOf } from "~/i18n/format";
import { measureSolution } from "./measured.server";
import type { ApproveForm, DeliverForm, ObjectForm, StartForm } from "./project-form";
import { moveProject, projectToMove, type ProjectRefusal } from "./project-moves.server";

type DayRefusal = ProjectRefusal | "day_ahead" | "day_too_early";

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

/** The provider reports delivery. Refuses a day to come or before the start. Writes project, step, journal; tells the enterprise. */
export async function reportDelivery(
  tx: Writer,
  member: ProviderMember,
  id: string,
  { edit, on, text }: z.infer<typeof DeliverForm>,
): Promise<Outcome<undefined, DayRefusal>> {
  const found = await projectToMove(tx, member, { id, edit }, "deliver");
  if (!found.ok) return found;
  if (on > dayOf(Date.now())) return refused("day_ahead");
  if (on < found.value.startedOn) return refused("day_too_early");
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
