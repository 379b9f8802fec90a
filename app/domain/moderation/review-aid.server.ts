/** What stands beside a review: the place in the queue with its neighbours, warnings, whether other eyes are needed, ready sentences. */
import type { provider, solutionVersion } from "#db/schema/catalogue.server";
import type { Reader } from "#db/store.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { paths, withQuery } from "~/paths";
import { cannedReasons } from "./canned-reasons.server";
import type { Moderator } from "./fence.server";
import { queueParams, type QueueFilter } from "./queue-filter";
import { placeInQueue, type QueueKey } from "./queue.server";
import { secondLooksOf } from "./second-look.server";
import { providerWarnings, riskyWordsInForce, solutionWarnings, type Warnings } from "./warnings.server";

type Version = typeof solutionVersion.$inferSelect;
type ProviderRow = typeof provider.$inferSelect;

export type ReviewAid = Awaited<ReturnType<typeof solutionAid>>;

/** Beside the review of a solution. */
export async function solutionAid(
  db: Reader,
  moderator: Moderator,
  filter: QueueFilter,
  { seen, organisation }: { seen: Version; organisation: { id: string } },
) {
  const words = await riskyWordsInForce(db);
  const warnings = await solutionWarnings(db, moderator, { version: seen, providerId: organisation.id, words });
  return {
    ...(await aidOf(db, moderator, filter, { kind: "solution", id: seen.solutionId })),
    ...(await named(db, warnings)),
  };
}

/** Beside the review of a provider. */
export async function providerAid(
  db: Reader,
  moderator: Moderator,
  filter: QueueFilter,
  { provider: row }: { provider: ProviderRow },
): Promise<ReviewAid> {
  const warnings = providerWarnings(row, await riskyWordsInForce(db));
  const key = { kind: "provider", id: row.organisationId } as const;
  return { ...(await aidOf(db, moderator, filter, key)), ...(await named(db, warnings)) };
}

async function named(db: Reader, warnings: Warnings) {
  const reference = await referenceOf(db);
  const row = warnings.price ? reference.scenarios.get(warnings.price.scenario) : undefined;
  return { warnings, scenario: row ? { nameZh: row.nameZh, nameEn: row.nameEn } : null };
}

async function aidOf(db: Reader, moderator: Moderator, filter: QueueFilter, key: QueueKey) {
  const [place, looks, canned] = await Promise.all([
    placeInQueue(db, moderator, key, filter),
    secondLooksOf(db, [key]),
    cannedReasons(db),
  ]);
  const { returned, notBy } = looks(key);
  const to = (other: QueueKey | null) => other && reviewPath(moderator, other, filter);
  return {
    place: place && { at: place.at, of: place.of, before: to(place.before), after: to(place.after) },
    back: deskPath(moderator, filter),
    secondLook: place && notBy !== null ? { returned, isYou: notBy === moderator.userId } : null,
    canned,
  };
}

function reviewPath(moderator: Moderator, { kind, id }: QueueKey, filter: QueueFilter): string {
  const desk = moderator.kind === "park" ? paths.parkDesk : paths.province;
  return withQuery(desk[kind](id), queueParams(filter));
}

function deskPath(moderator: Moderator, filter: QueueFilter): string {
  const desk = moderator.kind === "park" ? paths.parkDesk.moderation() : paths.province.moderation();
  return withQuery(desk, queueParams(filter));
}

/**
 * Where the moderator goes on after a decision on what waits: the next item of the line as it was filtered, else the one
 * before, else the desk. Ask before deciding; null for what does not wait, whose page stays.
 */
export async function onwardFrom(
  db: Reader,
  moderator: Moderator,
  filter: QueueFilter,
  key: QueueKey,
): Promise<string | null> {
  const place = await placeInQueue(db, moderator, key, filter);
  if (!place) return null;
  const next = place.after ?? place.before;
  return next ? reviewPath(moderator, next, filter) : deskPath(moderator, filter);
}
