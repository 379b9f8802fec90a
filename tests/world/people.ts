/** Small factories for the world of a test: people and organisations. */
import { newId } from "#db/ids.server";
import { membership, organisation, user } from "#db/schema/identity.server";
import type { Writer } from "#db/store.server";
import type { MemberRole, OrganisationKind } from "#db/vocabulary/identity";

export async function aPerson(tx: Writer, email: string, passwordHash = "no password fits"): Promise<string> {
  const id = newId("usr");
  await tx.insert(user).values({ id, name: email.split("@")[0] ?? email, email, passwordHash, createdAt: 1 });
  return id;
}

export async function anOrganisation(tx: Writer, name: string, kind: OrganisationKind = "enterprise"): Promise<string> {
  const id = newId("org");
  await tx.insert(organisation).values({ id, kind, name, regionCode: "360121", createdAt: 1 });
  return id;
}

export async function aMember(tx: Writer, organisationId: string, userId: string, role: MemberRole) {
  await tx.insert(membership).values({ organisationId, userId, role, createdAt: Date.now() });
  return { userId, userName: "甲", organisationId, organisationName: "某厂", role };
}
