import { and, asc, desc, eq, gt, like, or, sql } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { expert, membership, organisation, user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { MemberRole, OrganisationKind } from "#db/vocabulary/identity";
import { fold } from "../fields";
import { record } from "../journal/journal.server";
import { done, refused, type Outcome } from "../outcome";
import { addPerson } from "./registration.server";

type Who = { userId: string } | null;

export type NewAccount = {
  name: string;
  email: string | null;
  mobile: string | null;
  passwordHash: string;
  isAdministrator: boolean;
  /** The organisation to belong to; null for administrators. */
  organisationId: string | null;
  role: MemberRole;
  /** Makes the person a diagnosis expert of that organisation. */
  isExpert: boolean;
};

export type AccountRefusal = "email_taken" | "mobile_taken" | "organisation_unknown" | "not_diagnosing";

const diagnosing: OrganisationKind[] = ["provider", "promotion_centre"];

/**
 * Makes an account for staff, an expert or an administrator; `by` null is an operator at the command line.
 * Refuses: taken e-mail or mobile, unknown organisation, `not_diagnosing` (experts belong to a provider or a promotion
 * centre). Writes user, membership, expert and journal.
 */
export async function createAccount(
  tx: Writer,
  by: Who,
  account: NewAccount,
): Promise<Outcome<{ userId: string }, AccountRefusal>> {
  const { organisationId, role, isExpert, isAdministrator, ...person } = account;
  const belongsTo =
    organisationId === null
      ? null
      : await one(tx.select().from(organisation).where(eq(organisation.id, organisationId)));
  if (organisationId !== null && !belongsTo) return refused("organisation_unknown");
  if (isExpert && (!belongsTo || !diagnosing.includes(belongsTo.kind))) return refused("not_diagnosing");
  const added = await addPerson(tx, { ...person, locale: "zh-CN" });
  if (!added.ok) return added;
  const { userId } = added.value;
  if (isAdministrator) await tx.update(user).set({ isAdministrator: true }).where(eq(user.id, userId));
  if (belongsTo) {
    await tx.insert(membership).values({ userId, organisationId: belongsTo.id, role, createdAt: Date.now() });
    if (isExpert) {
      await tx.insert(expert).values({ userId, organisationId: belongsTo.id, industries: [], parks: [], ties: [] });
    }
  }
  await record(tx, by, {
    action: "user.created",
    subject: { kind: "user", id: userId },
    ownerOrganisationId: organisationId,
    after: { organisationId, role, isExpert, isAdministrator },
  });
  return done({ userId });
}

/** Makes an organisation that does not register itself: a park committee, an authority, a promotion centre. Writes organisation, journal. */
export async function createOrganisation(
  tx: Writer,
  by: Who,
  made: {
    kind: OrganisationKind;
    name: string;
    regionCode: string;
    parkSlug: string | null;
    creditCode: string | null;
  },
): Promise<Outcome<{ organisationId: string }, "credit_code_taken">> {
  const { creditCode } = made;
  if (creditCode && (await one(tx.select().from(organisation).where(eq(organisation.creditCode, creditCode))))) {
    return refused("credit_code_taken");
  }
  const organisationId = newId("org");
  await tx.insert(organisation).values({ id: organisationId, ...made, createdAt: Date.now() });
  const { creditCode: _code, ...shown } = made;
  const subject = { kind: "organisation", id: organisationId };
  await record(tx, by, { action: "organisation.created", subject, ownerOrganisationId: organisationId, after: shown });
  return done({ organisationId });
}

/** Closes or opens an account. An administrator cannot close their own. Writes user, journal. */
export async function setDisabled(
  tx: Writer,
  by: { userId: string },
  userId: string,
  wanted: "closed" | "open",
): Promise<Outcome<undefined, "unknown" | "own_account">> {
  const before = await one(tx.select().from(user).where(eq(user.id, userId)));
  if (!before) return refused("unknown");
  if (by.userId === userId) return refused("own_account");
  const disabledAt = wanted === "closed" ? (before.disabledAt ?? Date.now()) : null;
  await tx.update(user).set({ disabledAt }).where(eq(user.id, userId));
  await record(tx, by, { action: `user.${wanted}`, subject: { kind: "user", id: userId } });
  return done();
}

export type AccountsPage = { total: number; rows: Awaited<ReturnType<typeof accountRows>>; next: string | null };

/** Accounts by name, e-mail or mobile number, oldest first, fifty a page after the id `after`. For administrators. */
export async function accounts(db: Reader, query: { q: string; after: string | null }): Promise<AccountsPage> {
  const q = fold(query.q).toLowerCase().slice(0, 100);
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const fits =
    q === ""
      ? undefined
      : or(...[user.name, user.email, user.mobile].map((column) => like(column, sql`${pattern} ESCAPE '\\'`)));
  const rows = await accountRows(db, and(fits, query.after ? gt(user.id, query.after) : undefined));
  const page = rows.slice(0, PAGE);
  return {
    total: await db.$count(user, fits),
    rows: page,
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

const PAGE = 50;

function accountRows(db: Reader, where: ReturnType<typeof and>) {
  return db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      isAdministrator: user.isAdministrator,
      disabledAt: user.disabledAt,
      createdAt: user.createdAt,
    })
    .from(user)
    .where(where)
    .orderBy(asc(user.id))
    .limit(PAGE + 1);
}

/** One account with where it belongs. For administrators. */
export async function accountOf(db: Reader, userId: string) {
  const found = await one(db.select().from(user).where(eq(user.id, userId)));
  if (!found) return null;
  const { passwordHash: _hash, ...account } = found;
  const belongings = await db
    .select({
      organisationId: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.userId, userId));
  const isExpert = (await db.$count(expert, eq(expert.userId, userId))) > 0;
  return { account, belongings, isExpert };
}

/** Organisations whose staff are made by administrators: parks, authorities, promotion centres, and providers for experts. */
export async function staffedOrganisations(db: Reader, q: string) {
  const pattern = `%${fold(q).replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
    .from(organisation)
    .where(and(sql`${organisation.kind} <> 'enterprise'`, like(organisation.name, sql`${pattern} ESCAPE '\\'`)))
    .orderBy(desc(organisation.kind), asc(organisation.name))
    .limit(500);
}
