/** What a moderator sees of a provider's qualifications and evidence, and the verdict on each. */
import type { Reader, Writer } from "#db/store.server";
import { catalogueFile } from "~/domain/catalogue/catalogue-files.server";
import { isEmptyQualification } from "~/domain/catalogue/qualification-status";
import { judgeAsStaff, type Verdict } from "~/domain/catalogue/qualification-verdicts.server";
import { qualificationsOf } from "~/domain/catalogue/qualifications.server";
import type { StoredFile } from "~/domain/files/stored-files.server";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { fencedProvider, type Moderator } from "./fence.server";

/** The qualifications a provider has handed in; its drafts are its own. Empty outside the fence. */
export async function moderatedQualifications(db: Reader, moderator: Moderator, providerId: string) {
  if (!(await fencedProvider(db, moderator, providerId))) return [];
  const all = await qualificationsOf(db, providerId);
  return all.filter((each) => each.status !== "draft" && !isEmptyQualification(each));
}

export type ModeratedQualification = Awaited<ReturnType<typeof moderatedQualifications>>[number];

/**
 * Judges one qualification within the moderator's fence. A provider that is open is told at once; one that waits for approval
 * is told with the decision on its papers. Refuses what judgeAsStaff refuses. Writes qualification, journal, notices.
 */
export async function judgeQualification(
  tx: Writer,
  moderator: Moderator,
  providerId: string,
  said: Verdict,
): Promise<Outcome<undefined, "not_found" | "stale" | "not_allowed">> {
  const found = await fencedProvider(tx, moderator, providerId);
  if (!found) return refused("not_found");
  const judged = await judgeAsStaff(tx, moderator.userId, providerId, said);
  if (!judged.ok) return judged;
  if (!judged.value.isNew) return done();
  const { organisation, provider } = found;
  await record(tx, moderator, {
    action: `qualification.${said.verdict}`,
    subject: { kind: "provider", id: providerId },
    ownerOrganisationId: providerId,
    ...{ parkSlug: organisation.parkSlug, regionCode: organisation.regionCode },
    after: { criterion: said.criterion, reason: said.reason },
  });
  if (provider.status === "pending_approval") return done();
  const params = { park: moderator.organisationName, text: said.text };
  const href = paths.providerDesk.qualification(said.criterion);
  await tell(tx, { organisationId: providerId }, { kind: `qualification.${said.verdict}`, params, href }, moderator);
  return done();
}

/** A file of the catalogue that this moderator may open: of a provider within the fence, once it was handed in. */
export async function moderatedFile(db: Reader, moderator: Moderator, id: string): Promise<StoredFile | null> {
  const found = await catalogueFile(db, id);
  if (!found?.isHandedIn || !(await fencedProvider(db, moderator, found.providerId))) return null;
  return found.file;
}
