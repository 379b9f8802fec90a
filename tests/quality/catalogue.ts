/**
 * A made-up catalogue whose truth is known: every listing is made from one topic, sometimes a second, and the industries it
 * is for. Queries are judged by that truth (judging.ts), never by what an engine finds. How: docs/benchmarks.md.
 */
import type Sqlite from "better-sqlite3";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { inOneLoad, into } from "#db/seed/rows.server";
import topics from "./topics.json";

export type Topic = { key: string; nouns: string[]; says: string[]; english: string[] };
export type Truth = { no: number; topic: string; second: string | null; industries: string[] };

export const scenarioOf = (topicKey: string): string => topicKey.slice(0, topicKey.indexOf("/"));

/** Short names that stand in titles, and the code the listing declares. */
const TRADES: readonly (readonly [code: string, label: string])[] = [
  ["C14", "食品"],
  ["C17", "纺织"],
  ["C18", "服装"],
  ["C21", "家具"],
  ["C24", "玩具"],
  ["C26", "精细化工"],
  ["C267", "烟花爆竹"],
  ["C27", "医药"],
  ["C292", "注塑"],
  ["C301", "水泥"],
  ["C307", "陶瓷"],
  ["C31", "钢铁"],
  ["C32", "铜加工"],
  ["C339", "铸造"],
  ["C34", "机加工"],
  ["C35", "专用设备"],
  ["C36", "汽车"],
  ["C367", "汽车零部件"],
  ["C3825", "光伏"],
  ["C384", "锂电"],
  ["C398", "线路板"],
];
const BRANDS = ["云岭", "赣智", "小匠", "力行", "明灯", "工小二", "启辰", "慧谷", "赛博", "众联", "晨光", "远望"];
const TAILS = ["", "", "系统", "平台", "云服务", "工具", "解决方案", "一体机"];
/** True of most listings, so it tells none from another. */
const NOISE = [
  "可与 MES、ERP、WMS 等系统对接",
  "合理安排产线人员，上线不停产",
  "以上云服务方式交付，按年付费",
  "重点检查数据准确性后再推广",
  "支持手机、平板和电脑访问",
  "实施周期短，一周培训到位",
  "适合中小企业，投入少见效快",
  "已通过质量管理体系认证",
  "售后响应快，专人服务",
];
const [SECOND, NO_TRADE, TWO_TRADES, ENGLISH, WRONG_TAG] = [0.35, 0.3, 0.2, 0.07, 0.08];
const LISTINGS_A_PROVIDER = 4;

/** Writes `size` published listings of made-up providers and answers the truth of each; the index is the caller's to build. */
export async function writeCatalogue(writer: Sqlite.Database, size: number, seed: number): Promise<Truth[]> {
  const random = randomOf(seed);
  const truths: Truth[] = [];
  const add = listingsInto(writer);
  await inOneLoad(writer, async () => {
    for (let no = 1; no <= size; no++) {
      const { truth, content } = listing(no, random);
      truths.push(truth);
      add(no, content, random.share());
    }
  });
  return truths;
}

export type ListingContent = Omit<
  typeof solutionVersion.$inferInsert,
  "id" | "solutionId" | "number" | "status" | "createdAt"
>;

/** Writes published listings by number, from 1 on; every four are of one made-up provider. */
export function listingsInto(writer: Sqlite.Database) {
  const add = {
    organisation: into(writer, organisation),
    provider: into(writer, provider),
    solution: into(writer, solution),
    version: into(writer, solutionVersion),
  };
  return (no: number, content: ListingContent, quality: number): void => {
    const owner = `org_q${Math.ceil(no / LISTINGS_A_PROVIDER)}`;
    if (no % LISTINGS_A_PROVIDER === 1) addProvider(add, owner);
    const [id, solutionId] = [`ver_q${no}`, `sol_q${no}`];
    add.version({ ...content, id, solutionId, number: 1, status: "current", createdAt: 1 });
    add.solution({
      ...{ id: solutionId, no, slug: `q-${no}`, providerId: owner, status: "published", currentVersionId: id },
      ...{ quality, createdAt: 1, updatedAt: 1, publishedAt: no },
    });
  };
}

type Random = ReturnType<typeof randomOf>;

function listing(no: number, random: Random) {
  const topic = random.pick<Topic>(topics);
  const second = random.chance(SECOND) ? random.pick<Topic>(topics) : null;
  const trades = random.chance(NO_TRADE) ? [] : random.some(TRADES, random.chance(TWO_TRADES) ? 2 : 1);
  const isEnglish = random.chance(ENGLISH);
  const [englishTitle = "", englishSummary = ""] = topic.english;
  const label = trades[0]?.[1] ?? "";
  const noun = random.pick(topic.nouns);
  const title = random.pick([
    `${label}${noun}${random.pick(TAILS)}`,
    `${random.pick(BRANDS)}${noun}`,
    label ? `面向${label}企业的${noun}` : noun,
  ]);
  const said = random.some(topic.says, 2);
  const aside = second ? [random.pick(second.says), `含${random.pick(second.nouns)}`] : [];
  const tagged = random.chance(WRONG_TAG) ? random.pick<Topic>(topics) : topic;
  return {
    truth: { no, topic: topic.key, second: second?.key ?? null, industries: trades.map(([code]) => code) },
    content: {
      title: isEnglish ? englishTitle : title,
      summary: isEnglish ? englishSummary : [said[0], random.pick(NOISE)].join("；"),
      description: isEnglish ? "" : [said[1], ...aside, ...random.some(NOISE, 3)].join("。"),
      industries: trades.map(([code]) => code),
      scenarios: [
        ...new Set([tagged, ...(second && random.chance(0.6) ? [second] : [])].map(({ key }) => scenarioOf(key))),
      ],
      parks: [],
      regions: [],
      deployment: ["saas" as const],
      keywords: random.chance(0.5) ? [random.pick(topic.nouns), ...(label ? [label] : [])] : [],
    },
  };
}

function addProvider(
  add: {
    organisation: (row: typeof organisation.$inferInsert) => void;
    provider: (row: typeof provider.$inferInsert) => void;
  },
  id: string,
): void {
  add.organisation({ id, kind: "provider", name: `测试服务商${id.slice(5)}`, regionCode: "360100", createdAt: 1 });
  add.provider({
    organisationId: id,
    slug: id.slice(4),
    status: "open",
    type: "product",
    industries: [],
    scenarios: [],
    certificates: [],
  });
}

/** Mulberry32: the same catalogue from the same seed on any machine. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (below: number) => Math.floor(share() * below);
  function pick<T>(list: readonly T[]): T {
    const item = list[whole(list.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
  function some<T>(list: readonly T[], count: number): T[] {
    return list
      .map((item) => ({ item, key: share() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ item }) => item);
  }
  return { share, whole, pick, some, chance: (odds: number) => share() < odds };
}
