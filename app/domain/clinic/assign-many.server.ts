/** One expert for several cases at once. */
import { inArray } from "drizzle-orm";
import { organisation } from "#db/schema/identity.server";
import type { Writer } from "#db/store.server";
import type { ParkStaff } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { assignExpert } from "./desk.server";
import type { AssignManyForm } from "./diagnosis-form";
import { diagnosisFor, type MoveRefusal } from "./moves.server";

/** What became of one of the cases; the name is null for one that is not there for this park. */
export type AssignedCase = {
  id: string;
  enterpriseName: string | null;
  result: "assigned" | MoveRefusal;
};

/**
 * Sends one expert to all of these cases that can be: each is done or left as it was, and the answer names every one.
 * Refuses, with nothing done, an expert who is not active or does not visit this park. Writes what `assignExpert` writes.
 */
export async function assignMany(
  tx: Writer,
  staff: ParkStaff,
  { cases, expertUserId, text }: AssignManyForm,
): Promise<Outcome<AssignedCase[], "unknown_expert">> {
  const assigned: AssignedCase[] = [];
  const names = await namesOf(tx, staff, cases);
  for (const { id, edit } of cases) {
    const outcome = await assignExpert(tx, staff, id, { edit, expertUserId, text });
    const enterpriseName = names.get(id) ?? null;
    if (outcome.ok) assigned.push({ id, enterpriseName, result: "assigned" });
    // The same for every case of a park, and found before anything is written.
    else if (outcome.reason === "unknown_expert") return refused(outcome.reason);
    else assigned.push({ id, enterpriseName, result: outcome.reason });
  }
  return done(assigned);
}

async function namesOf(tx: Writer, staff: ParkStaff, cases: readonly { id: string }[]): Promise<Map<string, string>> {
  const seen = await Promise.all(cases.map(({ id }) => diagnosisFor(tx, staff, id)));
  const found = seen.flatMap((about) => about ?? []);
  const ids = found.map(({ enterpriseId }) => enterpriseId);
  if (ids.length === 0) return new Map();
  const { id, name } = organisation;
  const rows = await tx.select({ id, name }).from(organisation).where(inArray(id, ids));
  const byId = new Map(rows.map((row) => [row.id, row.name]));
  return new Map(found.map((about) => [about.id, byId.get(about.enterpriseId) ?? ""]));
}
