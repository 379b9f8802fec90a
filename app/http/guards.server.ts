/**
 * The only place that makes actors. The first line of every loader and action of a signed-in page is one of these:
 * not signed in goes to the sign-in page and comes back; signed in without the role sees 404, as if it were not there.
 */
import { redirect } from "@remix-run/node";
import type {
  Administrator,
  AuthorityStaff,
  EnterpriseMember,
  Expert,
  ParkStaff,
  ProviderMember,
  ProvinceStaff,
} from "~/domain/identity/actor";
import { currentSession, type CurrentSession } from "~/domain/identity/sessions.server";
import { standingOf, type Belonging, type Standing } from "~/domain/identity/standing.server";
import { noteUser, runningRequest } from "~/log.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export type SignedIn = CurrentSession & Standing;

type Answer = { cookie: string | null; who: Promise<SignedIn | null> };

const answers = new WeakMap<object, Answer>();

/** Who sent this request, or null for a visitor. Asked once per request, though each loader gets a copy of it. */
export function signedIn(request: Request): Promise<SignedIn | null> {
  const running = runningRequest() ?? request;
  const cookie = request.headers.get("Cookie");
  const known = answers.get(running);
  if (known?.cookie === cookie) return known.who;
  const who = ask(cookie);
  answers.set(running, { cookie, who });
  return who;
}

async function ask(cookie: string | null): Promise<SignedIn | null> {
  const session = await currentSession(cookie);
  if (!session) return null;
  noteUser(session.userId);
  return { ...session, ...(await standingOf(store().db, session.userId)) };
}

export async function requireUser(request: Request): Promise<SignedIn> {
  const who = await signedIn(request);
  if (who) return who;
  const url = new URL(request.url);
  const back = request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : undefined;
  throw redirect(paths.login(back));
}

/** "Not yours" looks the same as "not there". */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** The value, or a thrown 404: for reads that are scoped by actor. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}

export async function requireEnterprise(request: Request): Promise<EnterpriseMember> {
  const { who, belonging } = await requireMember(request, "enterprise");
  const { organisationId, organisationName, role, parkSlug, regionCode } = belonging;
  return { kind: "enterprise", ...person(who), organisationId, organisationName, role, parkSlug, regionCode };
}

export async function requireProvider(request: Request): Promise<ProviderMember> {
  const { who, belonging } = await requireMember(request, "provider");
  const { organisationId, organisationName, role, parkSlug } = belonging;
  return { kind: "provider", ...person(who), organisationId, organisationName, role, parkSlug };
}

export async function requireExpert(request: Request): Promise<Expert> {
  const who = await requireUser(request);
  return { kind: "expert", ...person(who), ...found(who.expertFor) };
}

export async function requirePark(request: Request): Promise<ParkStaff> {
  const { who, belonging } = await requireMember(request, "park_committee");
  const { organisationId, organisationName, role } = belonging;
  return { kind: "park", ...person(who), organisationId, organisationName, role, parkSlug: found(belonging.parkSlug) };
}

/** City or province staff; `level` tells which. */
export async function requireAuthority(request: Request): Promise<AuthorityStaff> {
  const { who, belonging } = await requireMember(request, "province_authority", "city_authority");
  const { organisationId, organisationName, role, regionCode } = belonging;
  const level = belonging.kind === "province_authority" ? "province" : "city";
  return { kind: "authority", level, ...person(who), organisationId, organisationName, role, regionCode };
}

/** Province staff alone. */
export async function requireProvince(request: Request): Promise<ProvinceStaff> {
  const { who, belonging } = await requireMember(request, "province_authority");
  const { organisationId, organisationName, role, regionCode } = belonging;
  return { kind: "authority", level: "province", ...person(who), organisationId, organisationName, role, regionCode };
}

export async function requireAdministrator(request: Request): Promise<Administrator> {
  const who = await requireUser(request);
  if (!who.user.isAdministrator) throw notFound();
  return { kind: "administrator", ...person(who) };
}

function person(who: SignedIn) {
  return { userId: who.userId, userName: who.user.name };
}

async function requireMember(request: Request, ...kinds: Belonging["kind"][]) {
  const who = await requireUser(request);
  const belonging = found(who.belongings.find(({ kind }) => kinds.includes(kind)));
  return { who, belonging };
}

/** The parts in which the sender may see files of the catalogue that are not public; none for a visitor. */
export async function catalogueActors(request: Request): Promise<(ProviderMember | ParkStaff | AuthorityStaff)[]> {
  const kinds = (await signedIn(request))?.belongings.map(({ kind }) => kind) ?? [];
  const parts = [
    kinds.includes("provider") ? requireProvider(request) : null,
    kinds.includes("park_committee") ? requirePark(request) : null,
    kinds.includes("city_authority") || kinds.includes("province_authority") ? requireAuthority(request) : null,
  ];
  return Promise.all(parts.filter((part) => part !== null));
}

/** All parts a person plays in cases, for files that several of them may read. */
export async function requireCaseActors(
  request: Request,
): Promise<(EnterpriseMember | Expert | ParkStaff | AuthorityStaff)[]> {
  const who = await requireUser(request);
  const kinds = who.belongings.map(({ kind }) => kind);
  const parts = [
    who.expertFor ? requireExpert(request) : null,
    kinds.includes("enterprise") ? requireEnterprise(request) : null,
    kinds.includes("park_committee") ? requirePark(request) : null,
    kinds.includes("city_authority") || kinds.includes("province_authority") ? requireAuthority(request) : null,
  ];
  return Promise.all(parts.filter((part) => part !== null));
}
