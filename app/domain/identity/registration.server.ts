import { eq, or } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { enterprise, membership, organisation, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { record } from "../journal/journal.server";
import { done, refused, type Outcome } from "../outcome";

export type NewPerson = {
  name: string;
  email: string | null;
  mobile: string | null;
  passwordHash: string;
  locale: "zh-CN" | "en";
};

type NewOrganisation = {
  kind: "enterprise" | "provider";
  name: string;
  creditCode: string;
  regionCode: string;
  parkSlug: string | null;
  /** GB/T 4754-2017 class; enterprises only. Whoever calls has checked that it exists. */
  industryCode: string | null;
};

export type RegistrationRefusal = "credit_code_taken" | "email_taken" | "mobile_taken";

/**
 * Registers an organisation with its first person as owner. Refuses what is taken already: credit code, e-mail, mobile.
 * Writes user, organisation, membership, for enterprises their file, and the journal.
 */
export async function registerOrganisation(
  tx: Writer,
  person: NewPerson,
  registered: NewOrganisation,
): Promise<Outcome<{ userId: string; organisationId: string }, RegistrationRefusal>> {
  const { name, kind, creditCode, regionCode, parkSlug, industryCode } = registered;
  if (await one(tx.select().from(organisation).where(eq(organisation.creditCode, creditCode)))) {
    return refused("credit_code_taken");
  }
  const added = await addPerson(tx, person);
  if (!added.ok) return added;
  const { userId } = added.value;
  const organisationId = newId("org");
  const createdAt = Date.now();
  await tx.insert(organisation).values({ id: organisationId, kind, name, creditCode, regionCode, parkSlug, createdAt });
  await tx.insert(membership).values({ userId, organisationId, role: "owner", createdAt });
  if (industryCode !== null) await tx.insert(enterprise).values({ organisationId, industryCode, tags: [] });
  await record(
    tx,
    { userId, organisationId },
    {
      action: "organisation.registered",
      subject: { kind: "organisation", id: organisationId },
      ownerOrganisationId: organisationId,
      parkSlug,
      regionCode,
      after: { kind, name, regionCode, parkSlug, industryCode },
    },
  );
  return done({ userId, organisationId });
}

/** Adds a person without an organisation. Refuses an e-mail or mobile number that someone has. Writes user. */
export async function addPerson(
  tx: Writer,
  person: NewPerson,
): Promise<Outcome<{ userId: string }, "email_taken" | "mobile_taken">> {
  const taken = await takenBy(tx, person);
  if (taken) return refused(taken);
  const userId = newId("usr");
  await tx.insert(user).values({ id: userId, ...person, createdAt: Date.now() });
  return done({ userId });
}

async function takenBy(db: Reader, { email, mobile }: Pick<NewPerson, "email" | "mobile">) {
  const mine = [email === null ? null : eq(user.email, email), mobile === null ? null : eq(user.mobile, mobile)];
  const other = await one(
    db
      .select()
      .from(user)
      .where(or(...mine.filter((condition) => condition !== null))),
  );
  if (!other) return null;
  return email !== null && other.email === email ? "email_taken" : "mobile_taken";
}
