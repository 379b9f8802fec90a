/** Saving a section of a solution: what the form sent, and when somebody else saved meanwhile, what both have. */
import { data } from "@remix-run/node";
import { editorDefaults } from "~/domain/catalogue/editor-defaults";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { conflictsBetween, type FieldConflict } from "~/domain/catalogue/section-conflict";
import { saveSection } from "~/domain/catalogue/solution-drafts.server";
import { ConflictForm, DrawnFrom, sectionForms } from "~/domain/catalogue/solution-form";
import {
  fieldsOf,
  sectionKeys,
  solutionFields,
  type SectionKey,
  type SolutionContent,
} from "~/domain/catalogue/solution-sections";
import { lastEdit } from "~/domain/catalogue/solution-versions.server";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { versionDifference } from "~/domain/catalogue/version-difference";
import type { ProviderMember } from "~/domain/identity/actor";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { paths } from "~/paths";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { found } from "./guards.server";

export async function answerSection(request: Request, member: ProviderMember, id: string, section: SectionKey) {
  const form = await readForm(request, sectionForms[section].and(DrawnFrom).and(ConflictForm));
  if (!form.ok) return form.reply;
  const { versionId, seenEdit, marks, take = {}, ...values } = form.value;
  const theirs = solutionFields.filter((field) => take[field] === "theirs");
  const outcome = await store().write((tx) => saveSection(tx, member, id, values, { versionId, seenEdit }, theirs));
  if (outcome.ok) {
    const next = form.intent === "next" ? sectionKeys[sectionKeys.indexOf(section) + 1] : undefined;
    const to = next ? paths.providerDesk.solutionSection(id, next) : paths.providerDesk.solution(id);
    return redirectWith(to, "catalogue:editor.saved");
  }
  if (outcome.reason === "not_found") found(null);
  if (outcome.reason !== "stale") return form.refuse({ form: `catalogue:editor.refused.${outcome.reason}` });
  const refused = form.refuse({ form: "catalogue:editor.refused.stale" });
  const conflict = await conflictOf(member, id, section, values, marks);
  const typed = refused.data.initialValue ?? {};
  const initialValue = { ...typed, ...proposed(conflict.conflicts, conflict.theirs), take: undefined };
  return data({ ...refused.data, initialValue, conflict }, { status: 409 });
}

async function conflictOf(
  member: ProviderMember,
  id: string,
  section: SectionKey,
  values: Partial<SolutionContent>,
  marks: string,
) {
  const { db } = store();
  const { version } = found(await ownSolution(db, member, id));
  const [reference, last] = await Promise.all([referenceOf(db), lastEdit(db, id)]);
  const mine: SolutionContent = { ...version, ...values };
  return {
    conflicts: conflictsBetween(values, version, fieldsOf(section), marks),
    mine,
    mineNames: namedCodes(reference, mine),
    theirs: version,
    theirsNames: namedCodes(reference, version),
    differences: versionDifference(version, mine),
    last,
  };
}

/** Where only the other changed something, the form goes on from that. */
function proposed(conflicts: readonly FieldConflict[], theirs: SolutionContent) {
  const shown = editorDefaults(theirs);
  const fields = conflicts.filter(({ changedBy }) => changedBy === "theirs").map(({ field }) => field);
  return Object.fromEntries(fields.map((field) => [field, shown[field] === false ? undefined : shown[field]]));
}
