/** Small factories of the market: providers, park and authority staff, and a complete solution. */
import { newId } from "#db/ids.server";
import { provider } from "#db/schema/catalogue.server";
import { membership, organisation, user } from "#db/schema/identity.server";
import type { Store } from "#db/store.server";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import type { OrganisationKind } from "#db/vocabulary/identity";
import type { AuthorityStaff, ParkStaff, ProviderMember } from "~/domain/identity/actor";
import { createSolution, saveSection } from "~/domain/catalogue/solution-drafts.server";
import { submitSolution } from "~/domain/catalogue/solution-lifecycle.server";
import type { SectionValues } from "~/domain/catalogue/solution-form";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { decideOnSolution } from "~/domain/moderation/decisions.server";

let serial = 0;

type Place = { name?: string; parkSlug?: string | null; regionCode?: string };

async function personIn(store: Store, kind: OrganisationKind, place: Place) {
  const n = ++serial;
  const organisationId = newId("org");
  const userId = newId("usr");
  const organisationName = place.name ?? `${kind} ${n}`;
  const parkSlug = place.parkSlug ?? null;
  await store.write(async (tx) => {
    await tx.insert(organisation).values({
      id: organisationId,
      kind,
      name: organisationName,
      regionCode: place.regionCode ?? "360100",
      parkSlug,
      createdAt: 1,
    });
    await tx
      .insert(user)
      .values({ id: userId, name: `甲${n}`, email: `p${n}@example.cn`, passwordHash: "x", createdAt: 1 });
    await tx.insert(membership).values({ userId, organisationId, role: "owner", createdAt: 1 });
  });
  return { userId, userName: `甲${n}`, organisationId, organisationName, role: "owner" as const, parkSlug };
}

type ProviderPlace = Place & { status?: ProviderStatus; submittedAt?: number | null };

/** A provider of a home park, open unless said otherwise, with an empty profile. */
export async function aProvider(store: Store, place: ProviderPlace = {}): Promise<ProviderMember> {
  const member = await personIn(store, "provider", { parkSlug: "nanchang-etdz", ...place });
  const status = place.status ?? "open";
  await store.write((tx) =>
    tx.insert(provider).values({
      organisationId: member.organisationId,
      slug: member.organisationId.replace("_", "-"),
      status,
      type: "product",
      industries: [],
      scenarios: [],
      certificates: [],
      submittedAt: place.submittedAt ?? null,
      approvedAt: status === "open" ? 1 : null,
    }),
  );
  return { ...member, kind: "provider" };
}

export async function aParkStaff(store: Store, parkSlug = "nanchang-etdz"): Promise<ParkStaff> {
  return { ...(await personIn(store, "park_committee", { parkSlug })), kind: "park", parkSlug };
}

export async function anAuthorityStaff(
  store: Store,
  level: "city" | "province",
  regionCode = "360000",
): Promise<AuthorityStaff> {
  const member = await personIn(store, level === "city" ? "city_authority" : "province_authority", { regionCode });
  return { ...member, kind: "authority", level, regionCode };
}

export const profile = {
  type: "product" as const,
  summary: "为中小制造企业做排产",
  website: "https://example.cn",
  foundedOn: "2015-06-01",
  staff: 40,
  industries: ["C36"],
  scenarios: ["planning"],
  certificates: ["CMMI 3"],
  localOffice: "南昌市",
  contactName: "甲",
  contactPhone: "0791-88880000",
};

/** Every section filled in as the form would parse it. */
export const sections: SectionValues = {
  basics: { title: "轻量排产", summary: "一周上线的排产" },
  functions: { painPoints: "插单多", functions: "自动排产", description: "" },
  audience: { industries: ["C36"], scenarios: ["planning"], parks: [], regions: [] },
  price: {
    deployment: ["saas"],
    priceModel: "subscription",
    priceMinFen: 1_000_000,
    priceMaxFen: 3_000_000,
    firstYearCostFen: 1_200_000,
  },
  delivery: { deployDays: 15, levelFrom: 1, levelTo: 2, hardware: "" },
  security: { dataExport: "CSV", security: "境内存储" },
  proof: { effects: "", service: "4 小时响应", keywords: ["APS"], trial: true, ai: false },
};

/** Something the world of a test relies on; anything else is a mistake in the test. */
export function must<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** A draft, complete unless sections are left out. */
export async function aDraft(store: Store, member: ProviderMember, but: Partial<SectionValues> = {}): Promise<string> {
  const filled = { ...sections, ...but };
  const { id } = must(await store.write((tx) => createSolution(tx, member, { id: newId("sol"), ...filled.basics })));
  for (const values of [
    filled.functions,
    filled.audience,
    filled.price,
    filled.delivery,
    filled.security,
    filled.proof,
  ])
    await save(store, member, id, values);
  return id;
}

/** Saves a section from the page as it is now. */
export async function save(
  store: Store,
  member: ProviderMember,
  id: string,
  values: SectionValues[keyof SectionValues],
) {
  const seen = await seenVersion(store, member, id);
  return must(await store.write((tx) => saveSection(tx, member, id, values, seen)));
}

/** The version and edit a page would carry now. */
export async function seenVersion(store: Store, member: ProviderMember, id: string) {
  const own = await ownSolution(store.db, member, id);
  if (!own) throw new Error("not there");
  return { versionId: own.version.id, seenEdit: own.version.edit };
}

export async function submit(store: Store, member: ProviderMember, id: string) {
  const seen = await seenVersion(store, member, id);
  must(await store.write((tx) => submitSolution(tx, member, id, seen)));
  return seen;
}

/** A submitted solution, and what a moderator sees of it. */
export async function aSubmitted(store: Store, member: ProviderMember) {
  const id = await aDraft(store, member);
  return { id, ...(await submit(store, member, id)) };
}

export async function aPublished(store: Store, member: ProviderMember, staff: ParkStaff): Promise<string> {
  const { id, ...seen } = await aSubmitted(store, member);
  must(
    await store.write((tx) =>
      decideOnSolution(tx, staff, id, { decision: "approved", reason: null, text: "", ...seen }),
    ),
  );
  return id;
}
