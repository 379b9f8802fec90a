/** When providers last said that their listings are still true: of some, so that every state can be seen. */
import { eq } from "drizzle-orm";
import { queries } from "#db/seed/rows.server";
import { solution } from "#db/schema/catalogue.server";
import { freshnessDays } from "~/domain/catalogue/freshness";
import type { DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;

/** Shares of the listings that are old enough; the others were not asked yet. None is hidden. */
const SHARES = [
  ["fresh", 0.3],
  ["due", 0.03],
  ["reminded", 0.02],
  ["sunk", 0.02],
] as const;
/** Days since the confirmation, so that each state lasts a while longer. */
const AGES = {
  fresh: [10, 150],
  due: [freshnessDays.due, freshnessDays.due + 6],
  reminded: [freshnessDays.reminded, freshnessDays.reminded + 6],
  sunk: [freshnessDays.sunk, freshnessDays.sunk + 6],
} as const;

type State = keyof typeof AGES;

/** The ready provider's listings show one state after the other, beginning with a fresh one; the others by chance. */
export function composeConfirmations(world: World): string {
  const random = world.random("demo/confirmations");
  const write = queries(world.writer);
  const own = world.providers[0]?.id;
  const inTurn: State[] = ["fresh", "fresh", "due", "reminded", "sunk"];
  let confirmed = 0;
  const confirm = (one: DemoSolution, state: State) => {
    const [from, to] = AGES[state];
    const confirmedAt = world.now - random.whole(from, to) * DAY_MS;
    // What is younger than its last confirmation was confirmed by its publication.
    if (confirmedAt < one.publishedAt) return;
    write.update(solution).set({ confirmedAt }).where(eq(solution.id, one.id)).run();
    confirmed += 1;
  };
  for (const one of world.solutions) {
    const state = one.providerId === own ? (inTurn.shift() ?? "fresh") : chosen(random.next());
    if (state) confirm(one, state);
  }
  return `${confirmed} listings confirmed by their providers`;
}

function chosen(chance: number): State | null {
  let left = chance;
  for (const [state, share] of SHARES) {
    if (left < share) return state;
    left -= share;
  }
  return null;
}
