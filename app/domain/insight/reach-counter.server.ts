/** Counts in memory what readers see, so that no request waits for a write; `writeReach` empties it (docs/decisions/0033). */
import { isbot } from "isbot";
import { LRUCache } from "lru-cache";
import { dayAt, mondayOf } from "~/domain/clinic/shanghai-time";
import { keptQuery } from "./kept-query.server";
import type { Counts, ReachMeasure, Seen, SeenSolution } from "./reach";

/** Different searches held until they are written; more are some program's. */
const MOST_QUERIES = 200;
const LONGEST_AGENT = 500;

export type SolutionCount = Counts & { solutionId: string; day: string };
export type SearchCount = { solutionId: string; week: string; query: string; times: number };
export type Counted = { solutions: SolutionCount[]; searches: SearchCount[] };

type Reader = {
  /** The User-Agent header as it came. */
  agent: string | null | undefined;
  /** Organisations the reader belongs to; what their own people see is not counted. */
  organisations: readonly string[];
};

export type ReachCounter = ReturnType<typeof reachCounter>;

/** The one of this process. */
export const reach = reachCounter();

export function reachCounter(now: () => number = Date.now) {
  let solutions = new Map<string, SolutionCount>();
  let searches = new Map<string, Map<string, SearchCount>>();

  function add({ id }: SeenSolution, day: string, measure: ReachMeasure, times = 1): void {
    const key = `${day} ${id}`;
    const known = solutions.get(key) ?? { solutionId: id, day, views: 0, shown: 0, matches: 0 };
    known[measure] += times;
    solutions.set(key, known);
  }

  function addSearch(query: string, found: readonly SeenSolution[], week: string): void {
    const key = `${week} ${query}`;
    const known = searches.get(key) ?? new Map<string, SearchCount>();
    if (known.size === 0 && searches.size >= MOST_QUERIES) return;
    searches.set(key, known);
    for (const { id } of found) {
      const count = known.get(id) ?? { solutionId: id, week, query, times: 0 };
      count.times += 1;
      known.set(id, count);
    }
  }

  return {
    /** One answer to one reader. Programs and a solution's own people do not count. Writes nothing. */
    count({ viewed, shown = [], matched = [], query }: Seen, { agent, organisations }: Reader): void {
      if (isProgram(agent)) return;
      const day = dayAt(now());
      const isForeign = ({ providerId }: SeenSolution) => !organisations.includes(providerId);
      if (viewed && isForeign(viewed)) add(viewed, day, "views");
      const found = organisations.length === 0 ? shown : shown.filter(isForeign);
      for (const each of found) add(each, day, "shown");
      for (const each of matched) if (isForeign(each)) add(each, day, "matches");
      const kept = query && found.length > 0 ? keptQueryOf(query) : "";
      if (kept) addSearch(kept, found, mondayOf(day));
    },
    /** Everything counted since the last time; the counter begins anew. */
    take(): Counted {
      const taken = {
        solutions: [...solutions.values()],
        searches: [...searches.values()].flatMap((each) => [...each.values()]),
      };
      solutions = new Map();
      searches = new Map();
      return taken;
    },
    /** What was taken and could not be written, added to what was counted meanwhile. */
    giveBack(counted: Counted): void {
      for (const { solutionId, day, ...counts } of counted.solutions) {
        const solution = { id: solutionId, providerId: "" };
        add(solution, day, "views", counts.views);
        add(solution, day, "shown", counts.shown);
        add(solution, day, "matches", counts.matches);
      }
      for (const { solutionId, week, query, times } of counted.searches) {
        for (let n = 0; n < times; n++) addSearch(query, [{ id: solutionId, providerId: "" }], week);
      }
    },
  };
}

/** Browsers name themselves with the same few hundred texts; trying the patterns of all robots takes longer than counting. */
const programs = new LRUCache<string, boolean>({ max: 2_000 });

function isProgram(agent: string | null | undefined): boolean {
  if (!agent || agent.length > LONGEST_AGENT) return true;
  const known = programs.get(agent);
  if (known !== undefined) return known;
  const answer = isbot(agent);
  programs.set(agent, answer);
  return answer;
}

const queries = new LRUCache<string, string>({
  max: 1_000,
  maxSize: 200_000,
  sizeCalculation: (_, typed) => typed.length,
});

/** Empty for what is not kept. */
function keptQueryOf(typed: string): string {
  const known = queries.get(typed);
  if (known !== undefined) return known;
  const kept = keptQuery(typed) ?? "";
  queries.set(typed, kept);
  return kept;
}
