/** Carries out what a device sends, each operation once, however often the device has to ask. */
import { eq } from "drizzle-orm";
import { fieldOperation } from "#db/schema/clinic-work.server";
import { one, type Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { done, refused, type Outcome } from "~/domain/outcome";
import { isFieldOpen, type FieldResult, type FieldVerdict } from "./field";
import { applyAnswer } from "./field-answers.server";
import { applyFinding } from "./field-findings.server";
import { KeptVerdict, type SentOperation } from "./field-form";
import { removePhoto } from "./field-photos.server";
import { diagnosisFor, type Diagnosis } from "./moves.server";

/** Zod's finding as a code of form-errors; given by the caller, for the domain says no sentences. */
export type Explain = (issue: { code?: string }) => string;

/**
 * Applies operations in order. One that was carried out before is answered with what it led to then and changes nothing; one
 * that met somebody else's change, a wrong value or a closed case changes nothing either and may be sent again. Refuses a
 * case that is not the expert's. Writes field_operation beside what each operation writes.
 */
export async function applyFieldOperations(
  tx: Writer,
  expert: Expert,
  diagnosisId: string,
  operations: readonly SentOperation[],
  explain: Explain,
): Promise<Outcome<FieldResult[], "not_found">> {
  const about = await diagnosisFor(tx, expert, diagnosisId);
  if (!about) return refused("not_found");
  const results: FieldResult[] = [];
  for (const operation of operations) {
    results.push({ id: operation.id, ...(await applyOnce(tx, expert, about, operation, explain)) });
  }
  return done(results);
}

async function applyOnce(
  tx: Writer,
  expert: Expert,
  about: Diagnosis,
  operation: SentOperation,
  explain: Explain,
): Promise<FieldVerdict> {
  const known = await one(tx.select().from(fieldOperation).where(eq(fieldOperation.id, operation.id)));
  if (known) {
    const isTheirs = known.byUserId === expert.userId && known.diagnosisId === about.id;
    return isTheirs ? KeptVerdict.parse(known.result) : { status: "gone" };
  }
  const verdict = isFieldOpen(about) ? await apply(tx, expert, about, operation, explain) : closed;
  if (verdict.status !== "done") return verdict;
  const { id } = operation;
  await tx
    .insert(fieldOperation)
    .values({ id, diagnosisId: about.id, byUserId: expert.userId, at: Date.now(), result: verdict });
  return verdict;
}

const closed = { status: "closed" } as const;

function apply(tx: Writer, expert: Expert, about: Diagnosis, operation: SentOperation, explain: Explain) {
  switch (operation.kind) {
    case "answer":
      return applyAnswer(tx, expert, about, operation, explain);
    case "finding":
      return applyFinding(tx, expert, about, operation, explain);
    case "remove_photo":
      return removePhoto(tx, expert, about, operation.key);
  }
}
