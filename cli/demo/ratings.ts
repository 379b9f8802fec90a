/** What enterprises said of accepted projects, and some providers' answers; most of it about the ready provider. */
import { asc, eq } from "drizzle-orm";
import { project, rating } from "#db/schema/projects.server";
import { into, queries } from "#db/seed/rows.server";
import { ratingPoints, type RatingPoint } from "#db/vocabulary/projects";
import { fill, wordsOf } from "./fill";
import { itemAt, type Random } from "./random";
import { moods, ratingAnswers, ratingTexts } from "./texts/market-texts";
import type { World } from "./world";

const DAY_MS = 86_400_000;
const SHARE = 0.05;
/** About the ready provider, and in a small world, so that there is something to read. */
const SHARE_OF_READY = 0.7;
const SMALL_WORLD = 100;

export function composeRatings(world: World): string {
  const random = world.random("demo/ratings");
  const add = into(world.writer, rating);
  const ready = itemAt(world.providers, 0).id;
  const owners = new Map(world.providers.map(({ id, ownerId }) => [id, ownerId]));
  const enterprises = new Map(world.enterprises.map((one) => [one.id, one]));
  const accepted = queries(world.writer)
    .select()
    .from(project)
    .where(eq(project.status, "accepted"))
    .orderBy(asc(project.id))
    .all();
  const rated = new Set<string>();
  for (const { id, enterpriseId, providerId, solutionId, acceptedOn } of accepted) {
    if (!random.chance(providerId === ready || accepted.length < SMALL_WORLD ? SHARE_OF_READY : SHARE)) continue;
    const enterprise = enterprises.get(enterpriseId);
    const isAgain = rated.has(`${enterpriseId}/${solutionId}`);
    if (!enterprise || enterprise.login || acceptedOn === null || isAgain) continue;
    rated.add(`${enterpriseId}/${solutionId}`);
    const mood = random.chance(0.75) ? "good" : "mixed";
    const at = Math.min(Date.parse(acceptedOn) + random.whole(1, 20) * DAY_MS, world.now - DAY_MS);
    const isAnswered = random.chance(0.5);
    add({
      ...{ projectId: id, enterpriseId, providerId, solutionId, ...gradesOf(mood, random) },
      text: fill(random.pick(ratingTexts[mood]), wordsOf(enterprise.family, random), random),
      ...{ byUserId: enterprise.ownerId, at },
      ...(isAnswered && {
        answer: random.pick(ratingAnswers),
        answeredAt: Math.min(at + random.whole(1, 9) * DAY_MS, world.now),
        answeredByUserId: owners.get(providerId) ?? null,
      }),
    });
  }
  return `${rated.size} ratings`;
}

function gradesOf(mood: keyof typeof moods, random: Random): Record<RatingPoint, number> {
  const grade = (point: RatingPoint) => random.whole(...moods[mood][point]);
  const [fit, schedule, service, benefit] = ratingPoints;
  return { fit: grade(fit), schedule: grade(schedule), service: grade(service), benefit: grade(benefit) };
}
