/** Solutions in every state. Their rows are written last: what accepted projects measured is part of them. */
import { into } from "#db/seed/rows.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { solutionStatuses, type SolutionStatus, type VersionStatus } from "#db/vocabulary/catalogue";
import { addDecision, reasonFor } from "./decisions";
import { slugMaker } from "./names";
import { itemAt, type Random } from "./random";
import { composeContent, type SolutionContent } from "./solution-content";
import type { DemoProvider, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
const FIRST_LOGIN_SHARE = 6;

type Made = {
  one: DemoSolution;
  owner: DemoProvider;
  status: SolutionStatus;
  content: SolutionContent;
  slug: string;
  createdAt: number;
  submittedAt: number | null;
  publishedAt: number | null;
  isUpdating: boolean;
};

export type Draft = { made: Made[] };

export function composeSolutions(world: World): Draft {
  const random = world.random("solutions");
  const open = world.providers.filter(({ status }) => status === "open");
  const crowd = random.some(open, open.length).map((owner, index) => [owner, 1 / Math.sqrt(index + 4)] as const);
  const titles = new Set<string>();
  const slugOf = slugMaker();
  const made: Made[] = [];
  for (const status of solutionStatuses.toSorted((a, b) => Number(b === "published") - Number(a === "published"))) {
    for (let index = 0; index < world.plan.solutions[status]; index += 1) {
      const owner = ownerOf(status, index, open, random) ?? random.weighted(crowd);
      const content = freshContent(world, owner, titles, random);
      made.push({
        ...datesOf(world, status, random),
        ...madeOf(world, owner, content, random),
        owner,
        status,
        content,
        slug: slugOf(`${owner.slug}-${content.primary.replaceAll("_", "-")}`),
        isUpdating: false,
      });
    }
  }
  const every = Math.floor(world.plan.solutions.published / world.plan.solutionsUpdating);
  for (const item of made
    .filter(({ status }) => status === "published")
    .filter((_, index) => index % every === 1)
    .slice(0, world.plan.solutionsUpdating))
    item.isUpdating = true;
  for (const item of made) {
    item.one.publishedAt = item.publishedAt ?? 0;
    if (item.status === "published") world.solutions.push(item.one);
  }
  return { made };
}

/** The ready logins have some of everything, then every open provider has one, then the busy ones have more. */
function ownerOf(status: SolutionStatus, index: number, open: DemoProvider[], random: Random): DemoProvider | null {
  if (status !== "published") {
    if (index < 2) return itemAt(open, index);
    return random.chance(0.3) ? itemAt(open, random.whole(0, Math.min(7, open.length - 1))) : null;
  }
  if (index < FIRST_LOGIN_SHARE) return itemAt(open, 0);
  return open[index - FIRST_LOGIN_SHARE + 1] ?? null;
}

function freshContent(world: World, owner: DemoProvider, titles: Set<string>, random: Random): SolutionContent {
  for (;;) {
    const content = composeContent(owner, world.places, random);
    if (titles.has(content.title)) continue;
    titles.add(content.title);
    return content;
  }
}

function madeOf(world: World, owner: DemoProvider, content: SolutionContent, random: Random): { one: DemoSolution } {
  const { primary, title, scenarios, industries, parks, regions } = content;
  const at = owner.approvedAt ?? world.now;
  return {
    one: {
      id: world.id("sol", at),
      versionId: world.id("ver", at),
      providerId: owner.id,
      ...{ primary, title, scenarios, industries, parks, regions },
      deployDays: content.deployDays ?? 30,
      priceMinFen: content.priceMinFen ?? 0,
      priceMaxFen: content.priceMaxFen ?? 0,
      publishedAt: 0,
      weight: 0.5 + random.next() ** 2 * 3,
      measuredDays: [],
    },
  };
}

function datesOf(world: World, status: SolutionStatus, random: Random) {
  if (status === "draft" || status === "submitted" || status === "changes_requested") {
    const day = world.calendar.dayAt(world.now) - random.whole(1, 12);
    const submittedAt = world.calendar.timeOn(day, random);
    return {
      createdAt: submittedAt - 3 * DAY_MS,
      submittedAt: status === "draft" ? null : submittedAt,
      publishedAt: null,
    };
  }
  const day = world.calendar.dayAt(Date.UTC(2023, 2 + random.whole(0, 27), random.whole(1, 28)));
  const submittedAt = world.calendar.timeOn(day, random);
  const publishedAt = status === "rejected" ? null : world.calendar.timeOn(day + random.whole(2, 8), random);
  return { createdAt: submittedAt - random.whole(1, 12) * DAY_MS, submittedAt, publishedAt };
}

const versionStatusOf: Record<SolutionStatus, VersionStatus> = {
  draft: "draft",
  submitted: "submitted",
  changes_requested: "changes_requested",
  rejected: "rejected",
  published: "current",
  withdrawn: "current",
  suspended: "current",
  archived: "current",
};

export function writeSolutions(world: World, { made }: Draft): string {
  const random = world.random("solution-rows");
  const add = into(world.writer, solution);
  const addVersion = into(world.writer, solutionVersion);
  const decide = addDecision(world);
  made.forEach(({ one, owner, status, content, slug, createdAt, submittedAt, publishedAt, isUpdating }, index) => {
    const updatedAt = publishedAt ?? submittedAt ?? createdAt;
    const currentVersionId = versionStatusOf[status] === "current" ? one.versionId : null;
    const proven = one.measuredDays.length;
    add({
      id: one.id,
      no: index + 1,
      providerId: owner.id,
      slug,
      status,
      currentVersionId,
      acceptedProjects: proven,
      medianDays: medianOf(one.measuredDays),
      quality: qualityOf(proven, updatedAt, world.now),
      createdAt,
      updatedAt,
      publishedAt,
    });
    const version = {
      ...content,
      solutionId: one.id,
      createdAt,
      submittedAt,
      submittedByUserId: submittedAt ? owner.ownerId : null,
    };
    addVersion({ ...version, id: one.versionId, number: 1, status: versionStatusOf[status], decidedAt: publishedAt });
    if (submittedAt && publishedAt === null)
      world.submissions.push({ kind: "solution", id: one.id, title: one.title, owner, at: submittedAt, status });
    if (submittedAt)
      decide.solution(
        { id: one.id, versionId: one.versionId, status, submittedAt, decidedAt: publishedAt },
        owner,
        reasonFor(random, ["incomplete", "unclear", "not_truthful", "wrong_category", "price_unclear"]),
      );
    if (isUpdating)
      addVersion({
        ...version,
        ...renewed(world, random),
        id: world.id("ver", world.now),
        number: 2,
        status: "submitted",
        summary: `${content.summary ?? ""}新版支持手机端。`,
      });
  });
  return `${made.length} solutions, ${world.solutions.length} of them published`;
}

function renewed(world: World, random: Random) {
  const submittedAt = world.calendar.timeOn(world.calendar.dayAt(world.now) - random.whole(1, 6), random);
  return { createdAt: submittedAt - DAY_MS, submittedAt };
}

function medianOf(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? itemAt(sorted, middle)
    : Math.round((itemAt(sorted, middle - 1) + itemAt(sorted, middle)) / 2);
}

/** Verified cases count most, then how fresh the content is. */
function qualityOf(proven: number, updatedAt: number, now: number): number {
  const freshness = Math.max(0, 1 - (now - updatedAt) / (1_500 * DAY_MS));
  return Math.round(Math.min(1, 0.2 + 0.55 * (Math.log1p(proven) / Math.log1p(60)) + 0.25 * freshness) * 1000) / 1000;
}
