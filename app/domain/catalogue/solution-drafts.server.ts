import { eq, max } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { one, type Writer } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { changedFields } from "~/domain/changed-fields";
import { areCodesKnown } from "./known-codes.server";
import { beginDraft, factOf, newestVersion, ownSolutionRow, type VersionRow } from "./own-solution.server";
import { freeSolutionSlug } from "./slugs.server";
import { isInOrder, type DrawnFrom, type NewSolution, type SectionValues } from "./solution-form";
import type { SectionKey, SolutionContent, SolutionField } from "./solution-sections";
import { isSolutionEditable } from "./solution-status";

const nothingYet: Omit<SolutionContent, "title" | "summary"> = {
  painPoints: "",
  functions: "",
  description: "",
  industries: [],
  scenarios: [],
  parks: [],
  regions: [],
  deployment: [],
  priceModel: null,
  priceMinFen: null,
  priceMaxFen: null,
  firstYearCostFen: null,
  deployDays: null,
  levelFrom: null,
  levelTo: null,
  hardware: "",
  dataExport: "",
  security: "",
  effects: "",
  service: "",
  keywords: [],
  trial: false,
  ai: false,
};

/**
 * Starts a solution with its first draft, empty unless it is like another one. The id comes from the form, so the same form sent
 * twice makes one solution.
 * Refuses: `provider_closed` when the provider is suspended, refused or terminated, `not_found` when the id is another's.
 * Writes solution, version and journal.
 */
export async function createSolution(
  tx: Writer,
  member: ProviderMember,
  form: NewSolution,
  like: Partial<Omit<SolutionContent, "title" | "summary">> = {},
): Promise<Outcome<{ id: string }, "provider_closed" | "not_found">> {
  const owner = await one(tx.select().from(provider).where(eq(provider.organisationId, member.organisationId)));
  if (!owner) return refused("not_found");
  if (owner.status === "suspended" || owner.status === "rejected" || owner.status === "terminated")
    return refused("provider_closed");
  const existing = await one(tx.select().from(solution).where(eq(solution.id, form.id)));
  if (existing) return existing.providerId === member.organisationId ? done({ id: form.id }) : refused("not_found");

  const at = Date.now();
  const highest = await one(tx.select({ no: max(solution.no) }).from(solution));
  await tx.insert(solution).values({
    id: form.id,
    no: (highest?.no ?? 0) + 1,
    providerId: member.organisationId,
    slug: await freeSolutionSlug(tx, form.title, form.id),
    status: "draft",
    createdAt: at,
    updatedAt: at,
  });
  const content = { ...nothingYet, ...like, title: form.title, summary: form.summary };
  await tx
    .insert(solutionVersion)
    .values({ id: newId("ver"), solutionId: form.id, number: 1, status: "draft", ...content, createdAt: at });
  await record(tx, member, {
    ...factOf(member, form.id),
    action: "solution.created",
    after: { title: form.title, status: "draft" },
  });
  return done({ id: form.id });
}

export type SaveRefusal = "not_found" | "not_allowed" | "stale" | "unknown_code" | "out_of_order";

/**
 * Saves one section, complete or not, into the draft; when the newest version is no draft (submitted, live, returned) a new
 * draft is copied from it and that version stays untouched. Saving the same again is no change. Fields named in `theirs` stay
 * as they are stored: whoever saves after somebody else chose so.
 * Refuses: `stale` when someone saved after the form was drawn, `unknown_code`, `out_of_order` when what was taken from both
 * does not fit together, `not_allowed` when refused or archived. Writes version, solution.updatedAt and journal.
 */
export async function saveSection(
  tx: Writer,
  member: ProviderMember,
  solutionId: string,
  values: SectionValues[SectionKey],
  drawnFrom: DrawnFrom,
  theirs: readonly SolutionField[] = [],
): Promise<Outcome<{ versionId: string; edit: number }, SaveRefusal>> {
  const owned = await ownSolutionRow(tx, member, solutionId);
  const newest = owned && (await newestVersion(tx, solutionId));
  if (!newest) return refused("not_found");
  if (!isSolutionEditable(owned.status)) return refused("not_allowed");
  const typed: Partial<SolutionContent> = values;
  const content = without(typed, theirs);
  if (!(await areCodesKnown(tx, content))) return refused("unknown_code");
  const changed = changedFields(newest, content);
  if (changed.fields.length === 0) return done({ versionId: newest.id, edit: newest.edit });
  if (newest.id !== drawnFrom.versionId || newest.edit !== drawnFrom.seenEdit) return refused("stale");
  if (!isInOrder({ ...newest, ...content })) return refused("out_of_order");

  const saved =
    newest.status === "draft" ? await editDraft(tx, newest, content) : await beginDraft(tx, newest, content);
  await tx.update(solution).set({ updatedAt: Date.now() }).where(eq(solution.id, solutionId));
  await record(tx, member, {
    ...factOf(member, solutionId),
    action: "solution.edited",
    before: { version: newest.number, ...changed.before },
    after: { version: saved.number, ...changed.after },
  });
  return done({ versionId: saved.id, edit: saved.edit });
}

function without(values: Partial<SolutionContent>, left: readonly SolutionField[]): Partial<SolutionContent> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !left.some((each) => each === field)));
}

/** Changes a draft in place; its `edit` moves on. */
export async function editDraft(tx: Writer, draft: VersionRow, values: Partial<SolutionContent>): Promise<VersionRow> {
  const edit = draft.edit + 1;
  await tx
    .update(solutionVersion)
    .set({ ...values, edit })
    .where(eq(solutionVersion.id, draft.id));
  return { ...draft, ...values, edit };
}
