import { eq } from "drizzle-orm";
import { provider } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { changedFields } from "~/domain/changed-fields";
import { areCodesKnown } from "./known-codes.server";
import { missingForApproval, vouchedFields, type ProviderProfile } from "./provider-form";
import { isProviderClosed, mayMoveProvider } from "./provider-status";
import { handInQualifications } from "./qualifications.server";

/** The own profile as its form and the park see it, with what comes from the register of organisations. */
export async function ownProvider(db: Reader, member: ProviderMember) {
  return one(
    db
      .select({
        provider,
        name: organisation.name,
        creditCode: organisation.creditCode,
        regionCode: organisation.regionCode,
        parkSlug: organisation.parkSlug,
      })
      .from(provider)
      .innerJoin(organisation, eq(organisation.id, provider.organisationId))
      .where(eq(provider.organisationId, member.organisationId)),
  );
}

/**
 * Saves the own profile; what is open stays open. Saving the same again is no change.
 * Refuses: `stale` when someone saved after the form was drawn, `unknown_code` for an industry or scenario that does not
 * exist, `closed` when the provider was refused or terminated. Writes provider and journal; when something the park vouched
 * for changed after approval, the park is told.
 */
export async function updateProvider(
  tx: Writer,
  member: ProviderMember,
  profile: ProviderProfile,
  seenEdit: number,
): Promise<Outcome<{ edit: number }, "not_found" | "closed" | "stale" | "unknown_code">> {
  const before = await providerRow(tx, member);
  if (!before) return refused("not_found");
  if (isProviderClosed(before.status)) return refused("closed");
  if (!(await areCodesKnown(tx, profile))) return refused("unknown_code");
  const changed = changedFields(before, profile);
  if (changed.fields.length === 0) return done({ edit: before.edit });
  if (before.edit !== seenEdit) return refused("stale");

  const edit = before.edit + 1;
  await tx
    .update(provider)
    .set({ ...profile, edit })
    .where(eq(provider.organisationId, before.organisationId));
  const vouched = before.approvedAt !== null && vouchedFields.some((field) => changed.fields.includes(field));
  await record(tx, member, {
    action: vouched ? "provider.vouched_changed" : "provider.edited",
    subject: { kind: "provider", id: before.organisationId },
    ownerOrganisationId: before.organisationId,
    parkSlug: member.parkSlug,
    ...withoutPhones(changed),
  });
  if (vouched) await tellPark(tx, member, "provider.vouched_changed");
  return done({ edit });
}

/**
 * Hands the profile and what is to prove it to the home park, the first time or again after changes were asked for; what the
 * park has passed stays passed. A second click changes nothing. Refuses: `incomplete` (missingForApproval names the fields),
 * `qualifications_incomplete` (openOfRequired names them), `stale`, `not_allowed` in any other status.
 * Writes provider, qualification, journal and notices to the park.
 */
export async function submitProvider(
  tx: Writer,
  member: ProviderMember,
  seenEdit: number,
): Promise<Outcome<undefined, "not_found" | "stale" | "incomplete" | "qualifications_incomplete" | "not_allowed">> {
  const before = await providerRow(tx, member);
  if (!before) return refused("not_found");
  const isFirst = before.status === "pending_approval";
  if (!isFirst && !mayMoveProvider("owner", before.status, "pending_approval")) return refused("not_allowed");
  if (before.edit !== seenEdit) return refused("stale");
  if (isFirst && before.submittedAt !== null) return done();
  if (missingForApproval(before).length > 0) return refused("incomplete");
  const proven = await handInQualifications(tx, before.organisationId);
  if (!proven.ok) return proven;

  await tx
    .update(provider)
    .set({ status: "pending_approval", submittedAt: Date.now() })
    .where(eq(provider.organisationId, before.organisationId));
  await record(tx, member, {
    action: "provider.submitted",
    subject: { kind: "provider", id: before.organisationId },
    ownerOrganisationId: before.organisationId,
    parkSlug: member.parkSlug,
    before: { status: before.status },
    after: { status: "pending_approval", edit: before.edit },
  });
  await tellPark(tx, member, "provider.submitted");
  return done();
}

async function providerRow(db: Reader, member: ProviderMember) {
  return one(db.select().from(provider).where(eq(provider.organisationId, member.organisationId)));
}

async function tellPark(tx: Writer, member: ProviderMember, kind: "provider.submitted" | "provider.vouched_changed") {
  if (!member.parkSlug) return;
  const href = paths.parkDesk.provider(member.organisationId);
  await tell(tx, { parkSlug: member.parkSlug }, { kind, params: { provider: member.organisationName }, href }, member);
}

/** The journal keeps that a telephone number changed, never the number. */
function withoutPhones({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const hide = (values: Record<string, unknown>) =>
    "contactPhone" in values ? { ...values, contactPhone: "***" } : values;
  return { before: hide(before), after: hide(after) };
}
