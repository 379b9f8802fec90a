/** Thirteen weeks of readers and searches for the solutions of the ready providers; nobody else looks at theirs. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { searchReach, solutionReach } from "#db/schema/reach.server";
import { into, queries } from "#db/seed/rows.server";
import { dayAt, daysLater } from "~/domain/clinic/shanghai-time";
import { WEEKS_SHOWN, weeksUntil } from "~/domain/insight/reach";
import { foldText } from "~/domain/search/fold.server";
import type { Random } from "./random";
import { readySearches } from "./texts/search-texts";
import type { World } from "./world";

const READY = 2;
const DAYS = 7;
/** Few read on Saturdays and Sundays. */
const WEEKEND = 0.25;

export function composeReach(world: World): string {
  const random = world.random("demo/reach");
  const addDay = into(world.writer, solutionReach);
  const addSearch = into(world.writer, searchReach);
  const weeks = weeksUntil(world.now);
  const today = dayAt(world.now);
  let days = 0;
  for (const listing of readyListings(world)) {
    const liking = 0.4 + random.next() * 1.2;
    weeks.forEach((week, at) => {
      // The platform becomes known; spring and autumn swings of a few per cent hide it day by day.
      const pull = liking * (0.5 + (0.7 * at) / WEEKS_SHOWN);
      for (let weekday = 0; weekday < DAYS; weekday++) {
        const day = daysLater(week, weekday);
        const row = { solutionId: listing.id, day, ...aDay(random, weekday < 5 ? pull : pull * WEEKEND) };
        if (day > today || day < listing.from) continue;
        addDay(row);
        days += 1;
      }
      for (const row of searchesOfWeek(random, listing, pull)) {
        if (week >= listing.from) addSearch({ solutionId: listing.id, week, ...row });
      }
    });
  }
  return `${days} days of readers`;
}

function aDay(random: Random, pull: number) {
  const about = (mean: number) => Math.round(mean * pull * (0.5 + random.next()));
  return { views: about(6), shown: about(48), matches: about(4) };
}

function searchesOfWeek(random: Random, { scenarios }: Listing, pull: number) {
  const wanted = [...new Set(scenarios.flatMap((key) => readySearches[key] ?? []).map(foldText))];
  return random.some(wanted, 6).map((query) => ({ query, times: Math.max(1, Math.round(pull * random.whole(1, 22))) }));
}

type Listing = { id: string; from: string; scenarios: string[] };

function readyListings(world: World): Listing[] {
  const ready = world.providers.slice(0, READY).map(({ id }) => id);
  const rows = queries(world.writer)
    .select({ id: solution.id, publishedAt: solution.publishedAt, scenarios: solutionVersion.scenarios })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .where(and(inArray(solution.providerId, ready), eq(solution.status, "published")))
    .orderBy(asc(solution.id))
    .all();
  return rows.map(({ publishedAt, ...row }) => ({ ...row, from: dayAt(publishedAt ?? world.now) }));
}
