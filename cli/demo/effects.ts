/** What retrofits brought: confirmed effects of accepted projects, some still under way, and the history of the ready login. */
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { effect, type EffectFigure } from "#db/schema/clinic-after.server";
import { project } from "#db/schema/projects.server";
import { into, queries } from "#db/seed/rows.server";
import type { EffectStatus } from "#db/vocabulary/clinic";
import type { Answering } from "./answers";
import { assessmentWriter } from "./assessments";
import type { Random } from "./random";
import { effectNotes, effectRejections } from "./texts/effect-phrases";
import { loginId, type DemoEnterprise, type World } from "./world";

const DAY_MS = 86_400_000;
/** Of all accepted projects; those of the ready provider and park are taken whole. */
const SHARE = 0.03;

/** Metric, unit, and the range of the value before. */
const measures = [
  ["changeover_time", "hours", 2, 6],
  ["downtime", "hours", 10, 60],
  ["defect_rate", "percent", 2, 9],
  ["delivery_time", "days", 12, 40],
  ["stock_turnover", "days", 30, 80],
  ["labour", "people", 6, 30],
  ["energy", "wan_yuan_per_year", 40, 300],
] as const;

export function composeEffects(world: World, answering: Answering): string {
  const random = world.random("effects");
  const write = effectWriter(world, random);
  const own = ownHistory(world, answering, random);
  const db = queries(world.writer);
  const accepted = db.select().from(project).where(eq(project.status, "accepted")).orderBy(asc(project.id)).all();
  const enterprises = new Map(world.enterprises.map((one) => [one.id, one]));
  const near = nearLogins(world);
  // So that the ready park has one of each to look at, however small the world.
  const firstOnes: EffectStatus[] = ["enterprise_confirmed", "confirmed", "rejected"];
  let count = own;
  for (const done of accepted) {
    const isNear = near.providers.has(done.providerId) || near.parks.has(done.parkSlug);
    if (!random.chance(isNear ? 0.8 : SHARE)) continue;
    const enterprise = enterprises.get(done.enterpriseId);
    const onSite = and(eq(assessment.enterpriseId, done.enterpriseId), eq(assessment.source, "on_site"));
    const before = db
      .select()
      .from(assessment)
      .where(and(onSite, isNotNull(assessment.diagnosisId)))
      .get();
    const after = db
      .select()
      .from(assessment)
      .where(and(onSite, isNull(assessment.diagnosisId)))
      .get();
    if (!enterprise || enterprise.login || !before || !after) continue;
    const isOfPark = near.parks.has(done.parkSlug);
    const status = (isOfPark ? firstOnes.shift() : undefined) ?? statusOf(random);
    write({ enterprise, done, baseId: before.id, afterId: after.id, at: (after.finishedAt ?? 0) + 6 * DAY_MS, status });
    count += 1;
  }
  return `${count} effects of projects`;
}

type Project = typeof project.$inferSelect;
type NewEffect = {
  enterprise: DemoEnterprise;
  done: Project;
  baseId: string;
  afterId: string | null;
  at: number;
  status: EffectStatus;
  stage?: "t1" | "t2";
};

function effectWriter(world: World, random: Random) {
  const add = into(world.writer, effect);
  const link = queries(world.writer);
  return function write({ enterprise, done, baseId, afterId, at, status, stage = "t1" }: NewEffect): string {
    const createdAt =
      status !== "confirmed" ? world.now - random.whole(1, 20) * DAY_MS : Math.min(at, world.now - 9 * DAY_MS);
    const id = world.id("eff", createdAt);
    const isHandedIn = status !== "open";
    const staff = world.staffOf.get(enterprise.parkSlug) ?? null;
    add({
      ...{ id, enterpriseId: enterprise.id, parkSlug: done.parkSlug, projectId: done.id },
      ...{ solutionId: done.solutionId, providerId: done.providerId, stage, status },
      ...{ baseAssessmentId: baseId, assessmentId: afterId, figures: figuresOf(random) },
      note: isHandedIn ? random.pick(effectNotes) : "",
      createdByUserId: enterprise.ownerId,
      createdAt,
      confirmedByEnterpriseAt: isHandedIn ? createdAt + DAY_MS / 2 : null,
      confirmedByParkAt: status === "confirmed" ? createdAt + 3 * DAY_MS : null,
      confirmedByUserId: status === "confirmed" ? staff : null,
      rejection: status === "rejected" ? random.pick(effectRejections) : "",
    });
    if (afterId) link.update(assessment).set({ effectId: id }).where(eq(assessment.id, afterId)).run();
    return id;
  };
}

function statusOf(random: Random): EffectStatus {
  return random.weighted([
    ["confirmed", 80],
    ["enterprise_confirmed", 10],
    ["rejected", 5],
    ["open", 5],
  ]);
}

function figuresOf(random: Random): EffectFigure[] {
  return random.some(measures, random.whole(1, 2)).map(([metric, unit, low, high]) => {
    const before = random.whole(low, high);
    return { metric, unit, before, after: Math.round(before * (0.5 + random.next() * 0.45) * 10) / 10 };
  });
}

function nearLogins(world: World) {
  const login = world.enterprises.find((one) => one.login === "enterprise");
  const owner = loginId(world, "provider");
  return {
    parks: new Set(login ? [login.parkSlug] : []),
    providers: new Set(world.providers.filter((one) => one.ownerId === owner).map(({ id }) => id)),
  };
}

/**
 * The ready enterprise did a project of the ready provider before its present case: assessed itself before and after, T1 is
 * confirmed, T2 is being measured. The project is one of the plan's, so that the programme's figures stay.
 */
function ownHistory(world: World, answering: Answering, random: Random): number {
  const enterprise = world.enterprises.find((one) => one.login === "enterprise");
  const db = queries(world.writer);
  const rising = and(eq(project.status, "accepted"), eq(project.levelBefore, 0), eq(project.levelAfter, 1));
  const candidates = db.select().from(project).where(rising).orderBy(asc(project.id)).all();
  const providers = nearLogins(world).providers;
  const found = candidates.find(({ providerId }) => providers.has(providerId)) ?? candidates[0];
  if (!enterprise || !found?.acceptedOn) return 0;
  const done = { ...found, enterpriseId: enterprise.id, parkSlug: enterprise.parkSlug };
  db.update(project)
    .set({ enterpriseId: done.enterpriseId, parkSlug: done.parkSlug })
    .where(eq(project.id, done.id))
    .run();
  const { before, after } = answering.pair(0, 1, random);
  const { finished } = assessmentWriter(world, answering);
  const self = { enterpriseId: enterprise.id, source: "self", byUserId: enterprise.ownerId } as const;
  const acceptedAt = Date.parse(done.acceptedOn ?? found.acceptedOn);
  const baseId = finished({ ...self, filled: before, finishedAt: Date.parse(done.startedOn) - 12 * DAY_MS });
  const afterId = finished({ ...self, filled: after, finishedAt: acceptedAt + 8 * DAY_MS });
  const write = effectWriter(world, random);
  const about = { enterprise, done, baseId };
  write({ ...about, afterId, at: acceptedAt + 7 * DAY_MS, status: "confirmed" });
  write({ ...about, afterId: null, at: world.now - 10 * DAY_MS, status: "open", stage: "t2" });
  return 2;
}
