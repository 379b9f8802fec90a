/** Small factories of the clinic: one park, an enterprise, its park's staff, an expert, and cases in any state. */
import { newId } from "#db/ids.server";
import { assessment } from "#db/schema/assessment.server";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { enterprise, expert, membership, organisation, user } from "#db/schema/identity.server";
import { park, scenario } from "#db/schema/scenarios.server";
import type { Store, Writer } from "#db/store.server";
import type { OrganisationKind } from "#db/vocabulary/identity";
import { acceptDiagnosis, assignExpert } from "~/domain/clinic/desk.server";
import { submitDiagnosis } from "~/domain/clinic/diagnoses.server";
import { newestReport } from "~/domain/clinic/draft-report.server";
import { addFinding, addRecommendation } from "~/domain/clinic/findings.server";
import { issueReport, saveReport, startReport, submitReport } from "~/domain/clinic/reports.server";
import { arrangeVisit, startVisit } from "~/domain/clinic/visits.server";
import type { AuthorityStaff, EnterpriseMember, Expert, ParkStaff } from "~/domain/identity/actor";
import { testStore } from "./store";

export const PARK = "nanchang-etdz";
export const CITY = "360100";
const SCENARIO = "planning_scheduling";
let serial = 0;

/** The value of an outcome the test relies on. */
export function must<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

async function aMember(tx: Writer, kind: OrganisationKind, parkSlug: string | null, regionCode = CITY) {
  const n = ++serial;
  const [organisationId, userId] = [newId("org"), newId("usr")];
  const organisationName = `${kind} ${n}`;
  await tx
    .insert(organisation)
    .values({ id: organisationId, kind, name: organisationName, regionCode, parkSlug, createdAt: 1 });
  await tx
    .insert(user)
    .values({ id: userId, name: `甲${n}`, email: `c${n}@example.cn`, passwordHash: "x", createdAt: 1 });
  await tx.insert(membership).values({ userId, organisationId, role: "owner", createdAt: 1 });
  return { userId, userName: `甲${n}`, organisationId, organisationName, role: "owner" as const };
}

export async function anEnterprise(tx: Writer, parkSlug: string | null = PARK): Promise<EnterpriseMember> {
  const member = await aMember(tx, "enterprise", parkSlug);
  await tx.insert(enterprise).values({ organisationId: member.organisationId, industryCode: "C3670", tags: [] });
  return { ...member, kind: "enterprise", parkSlug, regionCode: CITY };
}

export async function aPark(tx: Writer, parkSlug = PARK): Promise<ParkStaff> {
  return { ...(await aMember(tx, "park_committee", parkSlug)), kind: "park", parkSlug };
}

export async function anAuthority(tx: Writer, level: "city" | "province", regionCode: string): Promise<AuthorityStaff> {
  const kind = level === "city" ? "city_authority" : "province_authority";
  return { ...(await aMember(tx, kind, null, regionCode)), kind: "authority", level, regionCode };
}

type ExpertTraits = {
  industries?: string[];
  parks?: string[];
  ties?: string[];
  isActive?: boolean;
  employer?: OrganisationKind;
};

export async function anExpert(tx: Writer, traits: ExpertTraits = {}): Promise<Expert> {
  const { userId, userName, organisationId, organisationName } = await aMember(
    tx,
    traits.employer ?? "promotion_centre",
    null,
  );
  const { industries = [], parks = [], ties = [], isActive = true } = traits;
  await tx.insert(expert).values({ userId, organisationId, title: "高级工程师", industries, parks, ties, isActive });
  return { kind: "expert", userId, userName, organisationId, organisationName };
}

/** A published solution and the provider that lists it. */
export async function aListing(tx: Writer): Promise<{ solutionId: string; providerId: string }> {
  const { organisationId: providerId } = await aMember(tx, "provider", PARK);
  const lists = { industries: [], scenarios: [SCENARIO] };
  const shown = { status: "open", type: "product" } as const;
  await tx
    .insert(provider)
    .values({ organisationId: providerId, slug: `p-${serial}`, ...shown, ...lists, certificates: [] });
  const [solutionId, versionId] = [newId("sol"), newId("ver")];
  const dates = { createdAt: 1, updatedAt: 1, publishedAt: 1 };
  await tx.insert(solution).values({
    ...{
      id: solutionId,
      no: serial,
      providerId,
      slug: `s-${serial}`,
      status: "published",
      currentVersionId: versionId,
    },
    ...dates,
  });
  const places = { parks: [], regions: [], deployment: [], keywords: [] };
  const version = {
    id: versionId,
    solutionId,
    number: 1,
    status: "current",
    title: `排产 ${serial}`,
    createdAt: 1,
  } as const;
  await tx.insert(solutionVersion).values({ ...version, ...lists, ...places });
  return { solutionId, providerId };
}

async function referenceRows(tx: Writer): Promise<void> {
  const lists = { leadingIndustriesZh: "", leadingIndustries: [], aliasesZh: [] };
  const sure = { level: "national", kind: "经开区", confidence: "high", inProgramme: true } as const;
  for (const [slug, prefectureCode] of [
    [PARK, CITY],
    ["jiujiang-etdz", "360400"],
  ] as const) {
    const names = { nameZh: slug, shortNameZh: slug, nameEn: slug };
    await tx.insert(park).values({ slug, ...names, regionCode: prefectureCode, prefectureCode, ...lists, ...sure });
  }
  const core = { kind: "core", no: 1, stageKey: null, nameZh: "计划排程", nameEn: "Scheduling", content: {} } as const;
  await tx.insert(scenario).values({ key: SCENARIO, ...core });
}

export type Clinic = Awaited<ReturnType<typeof aClinic>>;

/** A store with two parks and the people of a case in the first. */
export async function aClinic(store: Store = testStore()) {
  const people = await store.write(async (tx) => {
    await referenceRows(tx);
    return { owner: await anEnterprise(tx), park: await aPark(tx), expert: await anExpert(tx) };
  });
  return { store, ...people };
}

export function aRequest(but: { id?: string; scenarios?: string[]; parkSlug?: string | null } = {}) {
  const id = but.id ?? newId("dia");
  const contact = { contactName: "王工", contactPhone: "0791-88880000", suitableTimes: "周二上午" };
  return {
    id,
    ...contact,
    need: "插单多，交期总是拖",
    scenarios: but.scenarios ?? [SCENARIO],
    parkSlug: but.parkSlug ?? null,
  };
}

export const aFinding = (edit: number) => ({
  ...{ edit, scenarioKey: SCENARIO, title: "排产靠经验", description: "", evidence: "", severity: 3 },
  ...{ area: "production" as const, expectedGain: "", gainMetric: null, gainValue: null, gainUnit: null },
});

export const aRecommendation = (edit: number, findingId: string, solutionIds: string[] = []) => ({
  ...{ edit, findingId, scenarioKey: SCENARIO, title: "上轻量排产", description: "" },
  ...{ effort: 1, effect: 3, priority: null },
  ...{ budgetMinFen: 1_000_000, budgetMaxFen: 3_000_000, quarter: "2027Q1", solutionIds },
});

/** The finished on-site questionnaire of a case. */
export async function anOnSiteResult(tx: Writer, by: Expert, enterpriseId: string, diagnosisId: string): Promise<void> {
  const scheme = { schemeKey: "miit-2024", schemeVersion: 1, source: "on_site", status: "finished" } as const;
  const result = { answers: {}, score: 45, level: 2, startedAt: 1, finishedAt: 2 };
  await tx
    .insert(assessment)
    .values({ id: newId("asm"), enterpriseId, diagnosisId, byUserId: by.userId, ...scheme, ...result });
}

/** Begins a case and takes it as far as the steps named, one after the other; answers its id and present `edit`. */
export async function aCase(clinic: Clinic, steps: readonly Step[]): Promise<{ id: string; edit: number }> {
  const { id } = must(await clinic.store.write((tx) => submitDiagnosis(tx, clinic.owner, aRequest())));
  let edit = 1;
  for (const step of steps) edit = await take[step](clinic, { id, edit });
  return { id, edit };
}

export type Step = keyof typeof take;
type Seen = { id: string; edit: number };
type Taken = Promise<number>;

const take = {
  accepted: async ({ store, park: staff }: Clinic, seen: Seen): Taken =>
    must(await store.write((tx) => acceptDiagnosis(tx, staff, seen))).edit,
  assigned: async ({ store, park: staff, expert: sent }: Clinic, { id, edit }: Seen): Taken =>
    must(await store.write((tx) => assignExpert(tx, staff, id, { edit, expertUserId: sent.userId, text: "" }))).edit,
  scheduled: async ({ store, expert: sent }: Clinic, { id, edit }: Seen): Taken => {
    // After every visit agreed before: an expert is in one place at a time.
    const visitAt = Date.now() + 1000 + (await store.db.$count(expertSlot)) * 10 * 3_600_000;
    return must(await store.write((tx) => arrangeVisit(tx, sent, id, { edit, visitAt, visitNote: "" }))).edit;
  },
  on_site: async ({ store, expert: sent }: Clinic, seen: Seen): Taken =>
    must(await store.write((tx) => startVisit(tx, sent, seen))).edit,
  report_draft: async ({ store, expert: sent }: Clinic, seen: Seen): Taken => {
    must(await store.write((tx) => startReport(tx, sent, seen)));
    return seen.edit + 1;
  },
  written: async (clinic: Clinic, seen: Seen): Taken => {
    await write(clinic, seen.id);
    return seen.edit;
  },
  report_review: async ({ store, expert: sent }: Clinic, seen: Seen): Taken =>
    must(await store.write((tx) => submitReport(tx, sent, seen))).edit,
  reported: async ({ store, park: staff }: Clinic, seen: Seen): Taken =>
    must(await store.write((tx) => issueReport(tx, staff, seen))).edit,
};

/** Everything a report needs before it may be handed in. */
export async function write(
  { store, expert: sent, owner }: Clinic,
  id: string,
  solutionIds: string[] = [],
  disclosure = "",
) {
  await store.write((tx) => anOnSiteResult(tx, sent, owner.organisationId, id));
  const seen = async () => (await newestReport(store.db, id))?.edit ?? 0;
  const text = {
    edit: await seen(),
    overview: "",
    summary: "排产要先上系统",
    analysis: "",
    targetLevel: 2,
    disclosure,
  };
  must(await store.write((tx) => saveReport(tx, sent, id, text)));
  const findingId = must(await store.write(async (tx) => addFinding(tx, sent, id, aFinding(await seen())))).id;
  const wanted = aRecommendation(await seen(), findingId, solutionIds);
  return must(await store.write((tx) => addRecommendation(tx, sent, id, wanted))).id;
}
