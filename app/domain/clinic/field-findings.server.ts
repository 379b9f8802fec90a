/** One finding noted on the shop floor, guarded by its own `edit`. */
import { eq } from "drizzle-orm";
import { finding } from "#db/schema/clinic.server";
import { one, type Writer } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import { draftOf, findingsOf, noteEdit, type Report } from "./draft-report.server";
import { isSameFinding, type FieldFinding, type FieldVerdict } from "./field";
import { errorsIn } from "./field-answers.server";
import { FieldFindingForm, type SentOperation } from "./field-form";
import type { Explain } from "./field-sync.server";
import { isScenario } from "./findings.server";
import type { Diagnosis } from "./moves.server";

type FindingOperation = Extract<SentOperation, { kind: "finding" }>;

/**
 * Adds a finding under the id the device gave it, or changes it when nobody did since `seen`. Begins the draft report when
 * there is none. Writes finding, report and journal.
 */
export async function applyFinding(
  tx: Writer,
  expert: Expert,
  about: Diagnosis,
  { key, seen, value }: FindingOperation,
  explain: Explain,
): Promise<FieldVerdict> {
  const read = FieldFindingForm.safeParse(value, { error: explain });
  if (!read.success) return { status: "refused", errors: errorsIn(read.error.issues) };
  if (!(await isScenario(tx, read.data.scenarioKey)))
    return { status: "refused", errors: { scenarioKey: "form:choose" } };
  const draft = await draftOf(tx, expert, about);
  if (draft.status !== "draft") return { status: "closed" };
  const present = await one(tx.select().from(finding).where(eq(finding.id, key)));
  if (present && present.reportId !== draft.id) return { status: "gone" };
  if (!present) return seen === 0 ? add(tx, expert, draft, key, read.data) : { status: "gone" };
  if (isSameFinding(present, read.data)) return { status: "done", seen: present.edit };
  if (present.edit !== seen) return { status: "conflict" };
  const edit = present.edit + 1;
  await tx
    .update(finding)
    .set({ ...read.data, edit })
    .where(eq(finding.id, key));
  await noteEdit(tx, expert, draft, { action: "report.finding_changed", id: key });
  return { status: "done", seen: edit };
}

async function add(tx: Writer, expert: Expert, draft: Report, id: string, value: FieldFinding): Promise<FieldVerdict> {
  const no = ((await findingsOf(tx, draft.id)).at(-1)?.no ?? 0) + 1;
  await tx.insert(finding).values({ id, reportId: draft.id, no, ...value });
  await noteEdit(tx, expert, draft, { action: "report.finding_added", id });
  return { status: "done", seen: 1 };
}
