import { eq } from "drizzle-orm";
import { park } from "#db/schema/scenarios.server";
import { one, type Writer } from "#db/store.server";
import type { AuthorityStaff } from "~/domain/identity/actor";
import { setHomePark } from "~/domain/identity/home-park.server";
import { record } from "~/domain/journal/journal.server";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { fencedProvider } from "./fence.server";

/**
 * Moves a provider to another home park, whose staff moderate it from then on; what waits moves along. Province staff only.
 * Refuses: `not_allowed` for a city, `unknown_park`. The same park again is no change.
 * Writes organisation, journal and notices to the provider and the new park.
 */
export async function moveHomePark(
  tx: Writer,
  staff: AuthorityStaff,
  providerId: string,
  { parkSlug, text }: { parkSlug: string; text: string },
): Promise<Outcome<undefined, "not_found" | "not_allowed" | "unknown_park">> {
  const found = await fencedProvider(tx, staff, providerId);
  if (!found) return refused("not_found");
  if (staff.level !== "province") return refused("not_allowed");
  const target = await one(tx.select().from(park).where(eq(park.slug, parkSlug)));
  if (!target) return refused("unknown_park");
  const { organisation } = found;
  if (organisation.parkSlug === parkSlug) return done();

  await setHomePark(tx, providerId, parkSlug);
  await record(tx, staff, {
    action: "provider.moved",
    subject: { kind: "provider", id: providerId },
    ownerOrganisationId: providerId,
    parkSlug,
    regionCode: organisation.regionCode,
    before: { parkSlug: organisation.parkSlug },
    after: { parkSlug, text },
  });
  const params = { provider: organisation.name, park: target.shortNameZh, text };
  const kind = "provider.moved";
  await tell(tx, { organisationId: providerId }, { kind, params, href: paths.providerDesk.profile() }, staff);
  await tell(tx, { parkSlug }, { kind, params, href: paths.parkDesk.provider(providerId) }, staff);
  return done();
}
