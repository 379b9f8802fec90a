import { provider } from "#db/schema/catalogue.server";
import type { Writer } from "#db/store.server";
import type { ProviderType } from "#db/vocabulary/catalogue";
import { slugOf } from "./slugs.server";

/** Opens the empty profile of a provider that has just registered; it is filled in, then handed to its home park. Writes provider. */
export async function openProviderProfile(
  tx: Writer,
  registered: { organisationId: string; name: string; type: ProviderType },
): Promise<void> {
  const tail = registered.organisationId.slice(-6);
  await tx.insert(provider).values({
    organisationId: registered.organisationId,
    slug: `${slugOf(registered.name)}-${tail}`,
    status: "pending_approval",
    type: registered.type,
    industries: [],
    scenarios: [],
    certificates: [],
  });
}
