/**
 * A publication in the server: how long until it is known whom to tell. A database with the whole programme, each enterprise
 * with an open recommendation, followers and saved searches; everything the job does between reading the log and its first write.
 */
import { newId } from "#db/ids.server";
import { alertSetting, follow } from "#db/schema/alerts.server";
import { assessment } from "#db/schema/assessment.server";
import { provider, savedSearch, solution, solutionVersion } from "#db/schema/catalogue.server";
import { recommendation, report } from "#db/schema/clinic.server";
import { enterprise, membership, organisation, user } from "#db/schema/identity.server";
import { into } from "#db/seed/rows.server";
import { whomToTell } from "~/domain/alerts/whom-to-tell.server";
import { publishedCatalogue, rebuildIndex, refreshIndex } from "~/domain/catalogue/published.server";
import type { Candidate } from "~/domain/matching/candidate";
import type { Need } from "~/domain/matching/need";
import { referenceStore } from "../world/reference";

const SEARCHES = 1_000;
const FOLLOWERS = 2_000;
const PUBLISHED = 60;
const WARM_UP = 10;
const NOW = Date.parse("2026-03-05T10:00:00+08:00");
const HOUR_MS = 3_600_000;

type World = { listings: readonly Candidate[]; needs: readonly Need[]; random: () => number };
type Times = { wall: number; cpu: number; told: number };
type Store = ReturnType<typeof referenceStore>;

/** Milliseconds and people for each of so many publications. */
export async function timesOfTelling(world: World): Promise<Times[]> {
  const store = referenceStore();
  store.writer.pragma("foreign_keys = OFF");
  await fill(store, world);
  const times: Times[] = [];
  for (let no = 1; no <= PUBLISHED + WARM_UP; no++) {
    const id = `sol_${no}`;
    await store.write((tx) => refreshIndex(tx, id));
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const live = (await publishedCatalogue(store.db)).byId.get(id);
    const concerns = live ? await whomToTell(store.db, live, { newSince: NOW, day: "2026-03-05" }) : [];
    const { user: own, system } = process.cpuUsage(cpu);
    const told = new Set(concerns.map(({ userId }) => userId)).size;
    if (no > WARM_UP) times.push({ wall: performance.now() - from, cpu: (own + system) / 1_000, told });
  }
  store.close();
  return times;
}

async function fill(store: Store, { listings, needs, random }: World): Promise<void> {
  store.writer.exec("BEGIN");
  addListings(store, listings);
  addEnterprises(store, needs);
  addFollowers(store, listings, random);
  addSearches(store, listings, random);
  store.writer.exec("COMMIT");
  await store.write((tx) => rebuildIndex(tx));
}

function addListings({ writer }: Store, listings: readonly Candidate[]): void {
  const [addOrganisation, addProvider] = [into(writer, organisation), into(writer, provider)];
  const [addSolution, addVersion] = [into(writer, solution), into(writer, solutionVersion)];
  for (const id of new Set(listings.map(({ providerId }) => providerId))) {
    addOrganisation({ id, kind: "provider", name: `服务商${id}`, regionCode: "360100", createdAt: 1 });
    const lists = { industries: [], scenarios: [], certificates: [] };
    addProvider({ organisationId: id, slug: id.replace("_", "-"), status: "open", type: "product", ...lists });
  }
  for (const [index, each] of listings.entries()) {
    const [id, versionId, no] = [`sol_${index + 1}`, `ver_${index + 1}`, index + 1];
    const { acceptedProjects, medianDays, quality, providerId, id: _id, ...said } = each;
    const content = {
      ...said,
      ...{ industries: [...said.industries], scenarios: [...said.scenarios] },
      ...{ parks: [...said.parks], regions: [...said.regions] },
    };
    const live = {
      status: "published" as const,
      currentVersionId: versionId,
      publishedAt: NOW,
      confirmedAt: Date.now(),
    };
    addSolution({
      ...{ id, no, providerId, slug: `s-${no}`, acceptedProjects, medianDays, quality },
      ...{ createdAt: 1, updatedAt: 1, ...live },
    });
    addVersion({
      ...{
        id: versionId,
        solutionId: id,
        number: 1,
        status: "current",
        createdAt: 1,
        deployment: ["saas"],
        keywords: [],
      },
      ...{ title: titleOf(each, no), summary: "面向中小制造企业，两周上线，可与现有系统对接", ...content },
    });
  }
}

/** Words people search for, by scenario. */
function titleOf({ scenarios }: Candidate, no: number): string {
  const words = ["排产", "质量追溯", "设备点检", "能耗监测", "仓库条码", "视觉检测", "刀具管理", "成本核算"];
  return `${words[no % words.length] ?? ""}${words[(scenarios.length * 3 + no) % words.length] ?? ""}方案${no}`;
}

function addEnterprises({ writer }: Store, needs: readonly Need[]): void {
  const [addOrganisation, addEnterprise, addUser] = [
    into(writer, organisation),
    into(writer, enterprise),
    into(writer, user),
  ];
  const [addMembership, addAssessment] = [into(writer, membership), into(writer, assessment)];
  const [addReport, addRecommendation] = [into(writer, report), into(writer, recommendation)];
  for (const [index, need] of needs.entries()) {
    const [id, userId] = [`org_e${index}`, `usr_e${index}`];
    const { place, budgetFen, level } = need;
    const [scenarioKey = "planning"] = Object.entries(need.gaps).toSorted((a, b) => b[1] - a[1])[index % 3] ?? [];
    addOrganisation({
      ...{ id, kind: "enterprise", name: `企业${index}`, createdAt: 1 },
      ...{ regionCode: place?.prefectureCode ?? "360100", parkSlug: place?.parkSlug ?? null },
    });
    addEnterprise({ organisationId: id, industryCode: need.industryCode ?? "C3670", budgetFen, tags: [] });
    addUser({ id: userId, name: "王工", email: `${userId}@example.cn`, passwordHash: "x", createdAt: 1 });
    addMembership({ userId, organisationId: id, role: "owner", createdAt: 1 });
    if (level !== null) {
      addAssessment({
        ...{ id: newId("asm"), enterpriseId: id, schemeKey: "miit_sme_2024", schemeVersion: 1, source: "on_site" },
        ...{ status: "finished", answers: {}, level, score: 50, byUserId: userId, startedAt: 0, finishedAt: 1 },
      });
    }
    const issued = { status: "issued" as const, createdAt: 1, issuedAt: NOW - HOUR_MS };
    addReport({ id: `rep_${index}`, diagnosisId: `dia_${index}`, enterpriseId: id, number: 1, ...issued });
    addRecommendation({
      ...{ id: `rec_${index}`, reportId: `rep_${index}`, findingId: "fnd", enterpriseId: id, no: 1, scenarioKey },
      ...{ title: "建议", priority: "high", status: "viewed", solutionIds: [] },
    });
  }
}

function addFollowers({ writer }: Store, listings: readonly Candidate[], random: () => number): void {
  const [addFollow, addSetting] = [into(writer, follow), into(writer, alertSetting)];
  for (let index = 0; index < FOLLOWERS; index++) {
    const userId = `usr_e${index}`;
    const like = listings[Math.floor(random() * listings.length)];
    const [scenario, park, industry] = [like?.scenarios[0], like?.parks[0], like?.industries[0]];
    addSetting({ userId, cadence: "daily", updatedAt: 1 });
    if (scenario) addFollow({ userId, kind: "scenario", key: scenario, createdAt: 1 });
    if (park) addFollow({ userId, kind: "park", key: park, createdAt: 1 });
    if (industry) addFollow({ userId, kind: "industry", key: industry, createdAt: 1 });
  }
}

/** A third by words alone, a third by filters alone, a third by both. */
function addSearches({ writer }: Store, listings: readonly Candidate[], random: () => number): void {
  const addSearch = into(writer, savedSearch);
  const words = [
    "排产",
    "质量追溯",
    "设备点检",
    "能耗",
    "条码",
    "视觉检测",
    "刀具",
    "成本",
    "注塑",
    "MES 对接",
    "两周上线",
  ];
  for (let index = 0; index < SEARCHES; index++) {
    const like = listings[Math.floor(random() * listings.length)];
    const q = `${words[index % words.length] ?? ""} ${words[Math.floor(random() * words.length)] ?? ""}`;
    const filters = [
      ...(like?.scenarios.slice(0, 1).map((key) => `scenario=${key}`) ?? []),
      ...(like?.industries.slice(0, 1).map((code) => `industry=${code}`) ?? []),
      ...(index % 2 ? ["price_max=200000"] : []),
    ];
    const query = [...(index % 3 === 1 ? [] : [`q=${q}`]), ...(index % 3 === 0 ? [] : filters)].join("&");
    const of = {
      id: newId("sav"),
      userId: `usr_e${index % 5_000}`,
      name: `搜索${index}`,
      query: `${query}&x=${index}`,
    };
    addSearch({ ...of, createdAt: 1, isAlert: true });
  }
}
