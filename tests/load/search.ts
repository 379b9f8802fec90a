/**
 * Search with all facet counts, nothing kept from an earlier query, beside other engines: time and quality by size of the
 * catalogue. BENCH_SIZES=1200,12000,120000,1200000 says which sizes; BENCH_PEERS which engines (search-peers.ts);
 * BENCH_DATA=folder asks a catalogue that is there already, such as an imported one, whose truth nobody knows.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "#db/engines/sqlite.server";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { openStore, type Reader } from "#db/store.server";
import { columnsOf } from "~/domain/catalogue/facet-columns";
import { narrow } from "~/domain/catalogue/facets";
import { searchSolutions } from "~/domain/catalogue/listing.server";
import { publishedCatalogue, rebuildIndex } from "~/domain/catalogue/published.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { writeCatalogue, type Truth } from "../quality/catalogue";
import { fuzzed } from "../quality/fuzz";
import { queries, type JudgedQuery } from "../quality/judging";
import { judge, listingQuery, mean } from "../quality/scores";
import { timed, type Say } from "./measure";
import { peers, streamOf, type Peer } from "./search-peers";

const SIZES = [1_200, 12_000, 120_000];
const SEED = 20251;
const PAGE = 10;
/** A server has long been asked when it is asked: its code is compiled. */
const ROUNDS = 3;
/** One of so many queries is asked before, where rounds would take too long. */
const WARM_UP = 9;
/** Slower engines are not asked at a size they would need hours for. */
const MOST_FOR_PEERS = 120_000;
/** Whatever is typed: so many queries at sizes a test would take too long for. */
const [FUZZED, MOST_FUZZED] = [10_000, 12_000];

type Answer = { first: readonly number[]; total: number };
type Ask = (query: JudgedQuery) => Promise<Answer>;

export async function benchSearch(say: Say): Promise<void> {
  const sizes = process.env.BENCH_SIZES?.split(",").map(Number) ?? SIZES;
  say("| listings | engine | nDCG@10 | nothing found | p50 ms | p99 ms | index s | memory MiB |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- |");
  if (process.env.BENCH_DATA) return askThere(process.env.BENCH_DATA, say);
  for (const size of sizes) await atSize(size, say);
}

async function askThere(folder: string, say: Say): Promise<void> {
  const store = openStore(openSqlite(join(folder, "shuzhen.db")));
  try {
    const before = process.memoryUsage().rss;
    const size = (await publishedCatalogue(store.db)).solutions.length;
    const ask = (q: string) => searchSolutions(store.db, listingQuery(`${q} ${unsaid()}`));
    for (const { q } of queries.filter((_, at) => at % WARM_UP === 0)) await ask(q);
    const times = [];
    for (const { q } of queries) times.push((await timed(() => ask(q))).ms);
    const sorted = times.toSorted((a, b) => a - b);
    const memory = (process.memoryUsage().rss - before) / 2 ** 20;
    say(`| ${size} | this one | – | – | ${at(sorted, 0.5)} | ${at(sorted, 0.99)} | – | ${memory.toFixed(0)} |`);
  } finally {
    store.close();
  }
}

async function atSize(size: number, say: Say): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shuzhen-search-"));
  const engine = openSqlite(join(folder, "search.db"));
  const store = openStore(engine);
  try {
    migrateDatabase(engine.writer);
    loadReference(engine.writer);
    const truths = await writeCatalogue(engine.writer, size, SEED);
    const built = await timed(() => store.write(rebuildIndex));
    const before = process.memoryUsage().rss;
    await publishedCatalogue(store.db);
    const own: Ask = async ({ q }) => {
      const { items, total } = await searchSolutions(store.db, listingQuery(q));
      return { first: items.map(({ no }) => no), total };
    };
    await report(say, { size, name: "this one", ask: own, truths, buildMs: built.ms, before });
    if (size <= MOST_FUZZED) await fuzz(store.db, size, say);
    if (size <= MOST_FOR_PEERS) for (const peer of await peers()) await askPeer(store.db, peer, size, truths, say);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

type Reported = { size: number; name: string; ask: Ask; truths: readonly Truth[]; buildMs: number; before: number };

/** Asked for the answers, then again until the code is warm, the last time for the time, never in the same letters: no answer is kept. */
async function report(say: Say, { size, name, ask, truths, buildMs, before }: Reported): Promise<void> {
  const answers = [];
  for (const query of queries) answers.push({ query, ...(await ask(query)) });
  let unsorted: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    unsorted = [];
    for (const { q, ...query } of queries)
      unsorted.push((await timed(() => ask({ ...query, q: `${q} ${unsaid()}` }))).ms);
  }
  const times = unsorted.toSorted((a, b) => a - b);
  const scores = answers.map(({ query, first }) => judge(query, truths, first.slice(0, PAGE)));
  const none = mean(answers.map(({ total }) => (total === 0 ? 1 : 0)));
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  say(
    `| ${size} | ${name} | ${mean(scores).toFixed(3)} | ${(none * 100).toFixed(1)} % | ${at(times, 0.5)} | ${at(times, 0.99)} | ${(buildMs / 1000).toFixed(1)} | ${memory.toFixed(0)} |`,
  );
}

async function fuzz(db: Reader, size: number, say: Say): Promise<void> {
  const asked = fuzzed(FUZZED, SEED);
  const times = [];
  for (const q of asked) times.push((await timed(() => searchSolutions(db, listingQuery(q)))).ms);
  const sorted = times.toSorted((a, b) => a - b);
  const slow = times.filter((ms) => ms > 100).length;
  say(
    `| ${size} | this one, ${FUZZED} random queries, ${slow} above 100 ms | – | – | ${at(sorted, 0.5)} | ${at(sorted, 0.99)} | – | – |`,
  );
}

/** Another engine finds; the facets are counted as ours are. */
async function askPeer(db: Reader, peer: Peer, size: number, truths: readonly Truth[], say: Say): Promise<void> {
  const { solutions } = await publishedCatalogue(db);
  const reference = await referenceOf(db);
  const columns = columnsOf(solutions, reference);
  const scenarioNames = (keys: readonly string[]) => keys.flatMap((key) => reference.scenarios.get(key)?.nameZh ?? []);
  const documents = solutions.map(({ no, title, scenarios, keywords, summary }) => ({
    no,
    title: streamOf(title),
    tags: streamOf([...scenarioNames(scenarios), ...keywords].join(" , ")),
    summary: streamOf(summary),
  }));
  const before = process.memoryUsage().rss;
  const built = await timed(() => peer.build(documents));
  const ask: Ask = async ({ q }) => {
    const found = await peer.search(q);
    const places = Int32Array.from(found, (no) => columns.placeOfNo[no] ?? 0);
    return { first: found, total: narrow(places, columns, listingQuery(q)).kept.length };
  };
  await report(say, { size, name: peer.name, ask, truths, buildMs: built.ms, before });
  await peer.close?.();
}

let serial = 0;

/** Points and semicolons that mean nothing, different every time. */
function unsaid(): string {
  return (serial++).toString(2).padStart(12, "0").replaceAll("0", ".").replaceAll("1", ";");
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}
