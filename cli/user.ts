/** `npm run cli -- user …`: accounts of staff, experts and administrators, from the command line. */
import type { Command } from "commander";
import { and, eq, like } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import { organisation } from "#db/schema/identity.server";
import { organisationKinds, type OrganisationKind } from "#db/vocabulary/identity";
import { createAccount, createOrganisation } from "~/domain/identity/accounts.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { store } from "~/store.server";

type AddOptions = {
  name: string;
  email?: string;
  mobile?: string;
  organisation?: string;
  expert?: true;
  owner?: true;
  administrator?: true;
};

type OrganisationOptions = { name: string; kind: string; region: string; park?: string };

export function addUserCommand(program: Command): void {
  const users = program.command("user").description("accounts of staff, experts and administrators");
  users
    .command("add")
    .description("open an account; prints its first password once")
    .requiredOption("--name <name>", "name of the person")
    .option("--email <email>", "e-mail to sign in with")
    .option("--mobile <mobile>", "mobile number to sign in with")
    .option("--organisation <name>", "name (or part of it) of the organisation they belong to")
    .option("--owner", "as owner of the organisation")
    .option("--expert", "as a diagnosis expert of the organisation")
    .option("--administrator", "as an administrator")
    .action(addUser);
  users
    .command("organisation")
    .description("make an organisation that does not register itself")
    .requiredOption("--name <name>", "its full name")
    .requiredOption("--kind <kind>", `one of ${organisationKinds.join(", ")}`)
    .requiredOption("--region <code>", "six-digit region code")
    .option("--park <slug>", "the park it runs")
    .action(addOrganisation);
}

async function addUser(options: AddOptions): Promise<void> {
  if (!options.email && !options.mobile) throw new Error("Give --email or --mobile: one of them is needed to sign in");
  const organisationId = options.organisation ? await organisationNamed(options.organisation) : null;
  if (!organisationId && !options.administrator) throw new Error("Give --organisation, or --administrator");
  const password = randomBytes(9).toString("base64url");
  const passwordHash = await hashPassword(password);
  const outcome = await store().write((tx) =>
    createAccount(tx, null, {
      name: options.name,
      email: options.email?.toLowerCase() ?? null,
      mobile: options.mobile ?? null,
      passwordHash,
      organisationId,
      role: options.owner ? "owner" : "member",
      isExpert: options.expert ?? false,
      isAdministrator: options.administrator ?? false,
    }),
  );
  if (!outcome.ok) throw new Error(refusals[outcome.reason]);
  process.stdout.write(`${options.name}: ${options.email ?? options.mobile} / ${password}\n`);
}

const refusals = {
  email_taken: "This e-mail has an account already",
  mobile_taken: "This mobile number has an account already",
  organisation_unknown: "There is no such organisation",
  not_diagnosing: "An expert belongs to a provider or a promotion centre",
};

async function organisationNamed(name: string): Promise<string> {
  const rows = await store()
    .db.select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(like(organisation.name, `%${name.replace(/[%_]/g, "")}%`))
    .limit(6);
  const exact = rows.find((row) => row.name === name) ?? (rows.length === 1 ? rows[0] : undefined);
  if (exact) return exact.id;
  throw new Error(
    rows.length === 0 ? `No organisation is called ${name}` : `Several fit: ${rows.map((row) => row.name).join(", ")}`,
  );
}

async function addOrganisation({ name, kind, region, park }: OrganisationOptions): Promise<void> {
  if (!isKind(kind)) throw new Error(`--kind is one of ${organisationKinds.join(", ")}`);
  const { db } = store();
  const same = await db.$count(organisation, and(eq(organisation.name, name), eq(organisation.kind, kind)));
  if (same > 0) throw new Error(`${name} is there already`);
  const made = { kind, name, regionCode: region, parkSlug: park ?? null, creditCode: null };
  const outcome = await store().write((tx) => createOrganisation(tx, null, made));
  if (!outcome.ok) throw new Error("This credit code is taken");
  process.stdout.write(`${name}: ${outcome.value.organisationId}\n`);
}

function isKind(kind: string): kind is OrganisationKind {
  return organisationKinds.some((known) => known === kind);
}
