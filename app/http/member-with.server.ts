import { and, eq } from "drizzle-orm";
import { organisation } from "#db/schema/identity.server";
import { one } from "#db/store.server";
import type { OrganisationKind } from "#db/vocabulary/identity";
import { signIn } from "~/domain/identity/sign-in.server";
import { standingOf } from "~/domain/identity/standing.server";
import { store } from "~/store.server";
import { isSignInSlowedDown, noteFailedSignIn } from "./sign-in-limits.server";

/** The user whose name and password these are, if they belong to the organisation of this kind with this credit code. */
export async function memberWith(
  name: string,
  password: string,
  of: { creditCode: string; kind: OrganisationKind },
): Promise<string | null> {
  const { db } = store();
  // A second door to the same passwords: it counts with the first.
  if (await isSignInSlowedDown(name)) return null;
  const outcome = await signIn(db, name, password);
  if (!outcome.ok) {
    await noteFailedSignIn(name);
    return null;
  }
  const isIt = and(eq(organisation.creditCode, of.creditCode), eq(organisation.kind, of.kind));
  const registered = await one(db.select({ id: organisation.id }).from(organisation).where(isIt));
  const { belongings } = await standingOf(db, outcome.value.userId);
  return belongings.some(({ organisationId }) => organisationId === registered?.id) ? outcome.value.userId : null;
}
