/** Matching at several sizes: one enterprise, one new solution for everyone, everyone against everything. In one thread. */
import type { Candidate } from "~/domain/matching/candidate";
import { matchColumns } from "~/domain/matching/columns";
import { gapsOfStanding, type Need } from "~/domain/matching/need";
import { bestFew, rank } from "~/domain/matching/rank";
import { gainsOf, thresholdsOf } from "~/domain/matching/thresholds";
import { placesAround } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { Reference } from "~/domain/scenarios/reference";
import { referenceStore } from "../world/reference";
import { timesOfTelling } from "./whom-to-tell";

const ENTERPRISES = 16_030;
const PROGRAMME = 1_200;
const NATION = 120_000;
const ASKED = 200;
const PUBLISHED = 9;
const day = "2026-03-05";

type Line = { what: string; median: number; worst: number; cpu: number };

/** Made-up listings and needs over the real reference data, from one seed. Prints medians; milliseconds. */
export async function benchMatching(say: (line: string) => void): Promise<void> {
  const reference = await referenceOf(referenceStore().db);
  const names = namesOf(reference);
  const random = randomFrom(20_260_305);
  const needs = Array.from({ length: ENTERPRISES }, (_, index) => madeUpNeed(reference, names, random, index));
  const programme = Array.from({ length: PROGRAMME }, (_, index) => madeUpListing(names, random, index));
  const nation = Array.from({ length: NATION }, (_, index) => madeUpListing(names, random, index));
  const lines = [
    madeColumns(nation),
    oneEnterprise(programme, needs),
    oneEnterprise(nation, needs),
    newSolution(programme, needs),
    await telling(programme, needs, random),
    everyone(programme, needs),
  ];
  say("| matching | median ms | worst ms | median CPU ms |\n| --- | --- | --- | --- |");
  for (const line of lines) {
    say(`| ${line.what} | ${line.median.toFixed(2)} | ${line.worst.toFixed(2)} | ${line.cpu.toFixed(2)} |`);
  }
}

/** Paid by the first reader after a change of the catalogue. */
function madeColumns(catalogue: readonly Candidate[]): Line {
  return summary(
    `columns of ${catalogue.length} solutions`,
    [1, 2, 3, 4, 5].map(() => {
      const changed = [...catalogue];
      return timed(() => matchColumns(changed));
    }),
  );
}

/** With reasons and near misses, as its page shows them; columns are made before, as they are kept with the catalogue. */
function oneEnterprise(catalogue: readonly Candidate[], needs: readonly Need[]): Line {
  matchColumns(catalogue);
  const ask = (need: Need) => rank(catalogue, need, { limit: 20, nearLimit: 5, day, seed: "org" });
  needs.slice(-ASKED).forEach(ask);
  const what = `one enterprise × ${catalogue.length} solutions`;
  return summary(
    what,
    needs.slice(0, ASKED).map((need) => timed(() => ask(need))),
  );
}

/** Who gains by a publication, once it is known what everyone has. */
function newSolution(catalogue: readonly Candidate[], needs: readonly Need[]): Line {
  const everybody = needs.map((need, index) => ({ id: `org_${index}`, need }));
  const times = Array.from({ length: PUBLISHED }, (_, index) => {
    const solution = catalogue.slice(index, index + 1);
    const others = catalogue.filter((each) => !solution.includes(each));
    const known = thresholdsOf(others, everybody, day);
    return solution.map((each) => timed(() => gainsOf(known, each, catalogue)));
  });
  return summary(`one new solution × ${needs.length} enterprises`, times.flat());
}

/** The same in the server, from the database: recommendations, followers and 1,000 saved searches. */
async function telling(listings: readonly Candidate[], needs: readonly Need[], random: Random): Promise<Line> {
  const times = await timesOfTelling({ listings, needs, random });
  const people = times.map(({ told }) => told).toSorted((a, b) => a - b);
  const told = `${people[Math.floor(people.length / 2)] ?? 0}, at most ${people.at(-1) ?? 0}`;
  return summary(`whom to tell of one of ${listings.length}, ${needs.length} enterprises (people: ${told})`, times);
}

function everyone(catalogue: readonly Candidate[], needs: readonly Need[]): Line {
  const pass = () => {
    needs.forEach((need, index) => bestFew(catalogue, need, { limit: 10, day, seed: `org_${index}` }));
  };
  return summary(
    `${needs.length} enterprises × ${catalogue.length} solutions, best ten each`,
    [1, 2, 3].map(() => timed(pass)),
  );
}

type Time = { wall: number; cpu: number };

/** Beside other work the wall clock counts the others too; CPU time is the steadier of the two. */
function timed(work: () => unknown): Time {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - from, cpu: (user + system) / 1_000 };
}

function summary(what: string, times: Time[]): Line {
  const sorted = (of: (time: Time) => number) => times.map(of).toSorted((a, b) => a - b);
  const median = (values: number[]) => values[Math.floor(values.length / 2)] ?? 0;
  const walls = sorted(({ wall }) => wall);
  return { what, median: median(walls), worst: walls.at(-1) ?? 0, cpu: median(sorted(({ cpu }) => cpu)) };
}

type Random = () => number;

/** mulberry32: the same world on every machine. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: Random, from: readonly T[]): T[] {
  const at = Math.floor(random() * from.length);
  return from.slice(at, at + 1);
}

function some<T>(random: Random, from: readonly T[], most: number): T[] {
  return [...new Set(Array.from({ length: Math.ceil(random() * most) }, () => pick(random, from)).flat())];
}

function namesOf({ industries, scenarios, parks, regions }: Reference) {
  const codes = (wanted: string) =>
    [...industries.values()].flatMap(({ code, level }) => (level === wanted ? [code] : []));
  return {
    groups: codes("group"),
    classes: codes("class"),
    scenarios: [...scenarios.values()].flatMap(({ key, kind }) => (kind === "example" ? [] : [key])),
    parks: [...parks.values()],
    regions: [...regions.keys()],
  };
}

type Names = ReturnType<typeof namesOf>;

/** A quarter for all of manufacturing, half served everywhere, prices from 5,000 to 500,000 yuan, up to 180 days. */
function madeUpListing(names: Names, random: Random, index: number): Candidate {
  const isSpecific = random() > 0.25;
  const isLocal = random() > 0.5;
  return {
    id: `sol_${index}`,
    providerId: `org_${Math.floor(random() * 800)}`,
    industries: isSpecific ? some(random, names.groups, 6) : [],
    scenarios: some(random, names.scenarios, 4),
    parks: isLocal && random() > 0.5 ? some(random, names.parks, 3).map(({ slug }) => slug) : [],
    regions: isLocal ? some(random, names.regions, 3) : [],
    priceModel: "subscription",
    priceMinFen: random() > 0.1 ? Math.round(500_000 * 100 ** random()) : null,
    deployDays: random() > 0.1 ? Math.ceil(random() * 180) : null,
    levelFrom: Math.floor(random() * 2),
    levelTo: 2 + Math.floor(random() * 3),
    acceptedProjects: Math.floor(random() ** 3 * 20),
    medianDays: random() > 0.7 ? Math.ceil(random() * 120) : null,
    quality: random(),
  };
}

/** Two of three assessed, at levels 0 to 2; the others by three wishes. */
function madeUpNeed(reference: Reference, names: Names, random: Random, index: number): Need {
  const [park] = pick(random, names.parks);
  const keys = names.scenarios;
  const isAssessed = index % 3 > 0;
  const standing = {
    level: Math.floor(random() * 3),
    score: Math.floor(random() * 80),
    scenarioLevels: Object.fromEntries(keys.slice(0, 16).map((key) => [key, Math.floor(random() * 3)])),
  };
  return {
    industryCode: pick(random, names.classes)[0] ?? null,
    place: placesAround(reference, { parkSlug: park?.slug, regionCode: park?.regionCode }),
    gaps: isAssessed
      ? gapsOfStanding(standing, keys.slice(16))
      : Object.fromEntries(some(random, keys, 3).map((key) => [key, 1])),
    budgetFen: random() > 0.3 ? Math.round(1_000_000 * 50 ** random()) : null,
    daysMax: null,
    level: isAssessed ? standing.level : null,
  };
}
