/** What the desks of parks and authorities show: the clinic's and moderation's most urgent. */
import type { Reader } from "#db/store.server";
import { clinicDesk } from "~/domain/clinic/desk-sections.server";
import type { AuthorityStaff, ParkStaff } from "~/domain/identity/actor";
import { complaintCounts } from "~/domain/moderation/complaint-pages.server";
import { moderationQueue, queueSize } from "~/domain/moderation/queue.server";
import { referenceOf } from "~/domain/scenarios/reference.server";

const SHOWN = 5;

/** The five most urgent cases and the five oldest of the moderation queue within the fence, with how many there are, and open complaints counted. */
export async function deskOf(db: Reader, staff: ParkStaff | AuthorityStaff, now: number) {
  const [clinic, size, queue, complaints, reference] = await Promise.all([
    clinicDesk(db, staff, now),
    queueSize(db, staff),
    moderationQueue(db, staff, { per: SHOWN }),
    complaintCounts(db, staff),
    referenceOf(db),
  ]);
  const slugs = new Set(queue.items.flatMap(({ parkSlug }) => parkSlug ?? []));
  const parks = Object.fromEntries(
    [...slugs].flatMap((slug) => {
      const park = reference.parks.get(slug);
      return park ? [[slug, { nameZh: park.nameZh, nameEn: park.nameEn }]] : [];
    }),
  );
  return { clinic, moderation: { size, items: queue.items, complaints, parks } };
}
