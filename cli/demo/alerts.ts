/** What the ready logins follow, and what was new for them lately. */
import { into } from "#db/seed/rows.server";
import { alertItem, alertSetting, follow } from "#db/schema/alerts.server";
import { savedSearch } from "#db/schema/catalogue.server";
import type { DemoLoginKey } from "#db/vocabulary/demo-logins";
import type { DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
const SINCE_DAYS = 60;
const SHOWN = 4;

/** The enterprise follows its park, two scenarios and its industry, and saved two searches, one with alerts. */
export function composeAlerts(world: World): string {
  const enterprise = world.enterprises.find(({ login }) => login === "enterprise");
  const userId = world.logins.get("enterprise");
  if (!enterprise || !userId) return "0 follows";
  const since = world.now - SINCE_DAYS * DAY_MS;
  const addFollow = into(world.writer, follow);
  const followed = [
    { kind: "scenario" as const, key: "planning" },
    { kind: "scenario" as const, key: "quality" },
    { kind: "industry" as const, key: enterprise.industryCode.slice(0, 3) },
    { kind: "park" as const, key: enterprise.parkSlug },
  ];
  for (const what of followed) addFollow({ userId, ...what, createdAt: since });
  into(world.writer, alertSetting)({ userId, cadence: "weekly", lastDigestAt: null, updatedAt: since });
  addSearches(world, userId, since);
  const told = addToldOf(world, userId, "scenario:planning", ({ scenarios }) => scenarios[0] === "planning");
  followScenario(world, "provider", "planning", since);
  return `${followed.length} follows, ${told} alerts`;
}

function followScenario(world: World, login: DemoLoginKey, key: string, createdAt: number): void {
  const userId = world.logins.get(login);
  if (userId) into(world.writer, follow)({ userId, kind: "scenario", key, createdAt });
}

function addSearches(world: World, userId: string, createdAt: number): void {
  const add = into(world.writer, savedSearch);
  add({
    id: world.id("sav", createdAt),
    userId,
    name: "十万元以内的排产",
    query: "q=排产&price_max=100000",
    createdAt,
    isAlert: true,
  });
  add({
    id: world.id("sav", createdAt + 1),
    userId,
    name: "用人工智能的质检",
    query: "q=质检&ai=1",
    createdAt: createdAt + 1,
  });
}

/** The newest few that fit were told in a letter, which is not kept. */
function addToldOf(world: World, userId: string, reason: string, fits: (one: DemoSolution) => boolean): number {
  const newest = world.solutions.filter(fits).toSorted((a, b) => b.publishedAt - a.publishedAt);
  const add = into(world.writer, alertItem);
  for (const { id: solutionId, publishedAt } of newest.slice(0, SHOWN)) {
    const createdAt = Math.min(publishedAt + DAY_MS / 24, world.now);
    add({ id: world.id("alt", createdAt), userId, kind: "follow", reason, solutionId, createdAt, toldAt: createdAt });
  }
  return Math.min(SHOWN, newest.length);
}
