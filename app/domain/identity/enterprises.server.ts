import { eq } from "drizzle-orm";
import { enterprise, organisation } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { record } from "../journal/journal.server";
import { done, refused, type Outcome } from "../outcome";
import type { EnterpriseMember } from "./actor";

/** An enterprise's file: the organisation and what is known of it; null when there is none. */
export async function enterpriseFile(db: Reader, organisationId: string) {
  return one(
    db
      .select({
        organisationId: organisation.id,
        name: organisation.name,
        creditCode: organisation.creditCode,
        regionCode: organisation.regionCode,
        parkSlug: organisation.parkSlug,
        industryCode: enterprise.industryCode,
        employees: enterprise.employees,
        revenueWan: enterprise.revenueWan,
        foundedOn: enterprise.foundedOn,
        budgetFen: enterprise.budgetFen,
        tags: enterprise.tags,
        edit: enterprise.edit,
      })
      .from(enterprise)
      .innerJoin(organisation, eq(organisation.id, enterprise.organisationId))
      .where(eq(enterprise.organisationId, organisationId)),
  );
}

type Changed = {
  name: string;
  industryCode: string;
  regionCode: string;
  parkSlug: string | null;
  employees: number | null;
  /** 万元 a year */
  revenueWan: number | null;
  foundedOn: string | null;
  budgetFen: number | null;
  tags: string[];
};

/**
 * Saves the own file; whoever calls has checked industry and place. Refuses `stale` when someone saved meanwhile.
 * Writes organisation, enterprise and journal.
 */
export async function saveEnterprise(
  tx: Writer,
  member: EnterpriseMember,
  changed: Changed,
  seenEdit: number,
): Promise<Outcome<undefined, "stale">> {
  const before = await enterpriseFile(tx, member.organisationId);
  if (!before || before.edit !== seenEdit) return refused("stale");
  const { name, regionCode, parkSlug, ...file } = changed;
  await tx.update(organisation).set({ name, regionCode, parkSlug }).where(eq(organisation.id, member.organisationId));
  await tx
    .update(enterprise)
    .set({ ...file, edit: seenEdit + 1 })
    .where(eq(enterprise.organisationId, member.organisationId));
  const { creditCode: _code, edit: _edit, organisationId: _id, ...shown } = before;
  await record(tx, member, {
    action: "enterprise.edited",
    subject: { kind: "organisation", id: member.organisationId },
    ownerOrganisationId: member.organisationId,
    parkSlug,
    regionCode,
    before: shown,
    after: changed,
  });
  return done();
}
