/** What the moderators' desk has to look at: submissions that stand out, a year of reviewed updates, and complaints. */
import { and, asc, eq } from "drizzle-orm";
import { asDatabase } from "#db/engines/sqlite.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { complaint, decision } from "#db/schema/moderation.server";
import { into, queries } from "#db/seed/rows.server";
import type { ComplaintStatus } from "#db/vocabulary/moderation";
import { catchUpSignatures } from "~/domain/moderation/look-alikes.server";
import { idMaker, type MakeId } from "./made-ids";
import { itemAt, type Random } from "./random";
import { complaintTexts, loudSentence, returnTexts } from "./texts/moderation-texts";
import type { DemoProvider, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
/** Reviewed updates of the last year: those of the first park, and as many elsewhere. */
const UPDATES_OF_FIRST_PARK = 40;
const UPDATES_ELSEWHERE = 60;

type Making = { world: World; random: Random; id: MakeId };

export function composeModeration(world: World): string {
  const making = { world, random: world.random("demo/moderation"), id: idMaker(world.random("demo/moderation/ids")) };
  const loud = loudSubmissions(making);
  const updates = reviewedUpdates(making);
  const complaints = composeComplaints(making);
  return `${loud} submissions that stand out, ${updates} reviewed updates, ${complaints} complaints`;
}

/** Signatures of all listings, so that look-alikes are there from the first minute. */
export async function signAll(world: World): Promise<void> {
  const db = asDatabase(world.writer);
  const once = { db, write: <T>(work: (tx: typeof db) => Promise<T>) => work(db) };
  for (let from = await catchUpSignatures(once, 0); from > 0;) from = await catchUpSignatures(once, from);
}

/** Four of those that wait, none of them of the ready providers: loud words, a copy, a far price, returned twice. */
function loudSubmissions({ world, random, id }: Making): number {
  const db = queries(world.writer);
  const ready = new Set(world.providers.slice(0, 2).map((one) => one.id));
  const ofProvider = new Map(world.providers.map((one) => [one.id, one]));
  const home = world.providers[0]?.parkSlug;
  const waiting = db
    .select({ id: solution.id, providerId: solution.providerId, at: solutionVersion.submittedAt })
    .from(solutionVersion)
    .innerJoin(solution, eq(solution.id, solutionVersion.solutionId))
    .where(eq(solutionVersion.status, "submitted"))
    .orderBy(asc(solution.id))
    .all()
    .flatMap(({ id: solutionId, providerId, at }) => {
      const owner = ofProvider.get(providerId);
      return owner?.status === "open" && !ready.has(providerId) ? [{ id: solutionId, owner, at: at ?? world.now }] : [];
    });
  const chosen = waiting.sort(
    (one, other) => Number(other.owner.parkSlug === home) - Number(one.owner.parkSlug === home),
  );
  const [loud, twice, copy, dear] = chosen;
  const change = (one: { id: string } | undefined, values: Partial<typeof solutionVersion.$inferInsert>) =>
    one &&
    db
      .update(solutionVersion)
      .set(values)
      .where(and(eq(solutionVersion.solutionId, one.id), eq(solutionVersion.status, "submitted")))
      .run();
  change(loud, { description: loudSentence });
  const model = itemAt(world.solutions, random.whole(0, world.solutions.length - 1));
  const copied = db.select().from(solutionVersion).where(eq(solutionVersion.id, model.versionId)).get();
  if (copied) {
    const { summary, description, functions, scenarios, priceModel } = copied;
    change(copy, { summary, description, functions });
    change(dear, {
      scenarios,
      priceModel: priceModel === "free" ? "one_off" : priceModel,
      priceMinFen: 600_000_000,
      priceMaxFen: 600_000_000,
    });
  }
  if (twice) {
    const add = into(world.writer, decision);
    returnTexts.forEach((text, index) => {
      const at = twice.at - (returnTexts.length - index) * 6 * DAY_MS;
      add({
        ...{ id: id("dec", at), subjectKind: "solution", subjectId: twice.id, providerId: twice.owner.id },
        ...{ versionId: null, seenEdit: 1, decision: "changes_requested", reason: "not_truthful", text, at },
        byUserId: world.staffOf.get(twice.owner.parkSlug) ?? "",
      });
    });
  }
  return chosen.slice(0, 4).length;
}

/** Live solutions whose last update was approved, or returned, within the last year. */
function reviewedUpdates(making: Making): number {
  const { world, random } = making;
  const ofProvider = new Map(world.providers.map((one) => [one.id, one]));
  const ready = new Set(world.providers.slice(0, 2).map(({ id }) => id));
  const db = queries(world.writer);
  const several = new Set(
    db
      .select({ id: solutionVersion.solutionId })
      .from(solutionVersion)
      .where(and(eq(solutionVersion.number, 2)))
      .all()
      .map(({ id }) => id),
  );
  const free = world.solutions.filter((one) => !several.has(one.id) && !ready.has(one.providerId));
  const home = world.providers[0]?.parkSlug;
  const isHome = ({ providerId }: DemoSolution) => ofProvider.get(providerId)?.parkSlug === home;
  const chosen = [
    ...random.some(free.filter(isHome), UPDATES_OF_FIRST_PARK),
    ...random.some(
      free.filter((one) => !isHome(one)),
      UPDATES_ELSEWHERE,
    ),
  ];
  for (const one of chosen) {
    const owner = ofProvider.get(one.providerId);
    if (owner) reviewedUpdate(making, one, owner);
  }
  return chosen.length;
}

function reviewedUpdate({ world, random, id }: Making, one: DemoSolution, owner: DemoProvider): void {
  const db = queries(world.writer);
  const live = db.select().from(solutionVersion).where(eq(solutionVersion.id, one.versionId)).get();
  if (!live) return;
  const day = world.calendar.dayAt(world.now) - random.whole(8, 235);
  const submittedAt = world.calendar.timeOn(day, random);
  const decidedAt = world.calendar.timeOn(
    day +
      random.weighted([
        [1, 4],
        [2, 5],
        [3, 4],
        [4, 2],
        [6, 1],
      ] as const),
    random,
  );
  const isReturned = random.chance(0.28);
  const dates = { createdAt: submittedAt - DAY_MS, submittedAt, decidedAt };
  const versionId = isReturned ? id("ver", submittedAt) : live.id;
  const add = into(world.writer, solutionVersion);
  if (isReturned) {
    add({ ...live, ...dates, id: versionId, number: 2, status: "changes_requested" });
  } else {
    // What readers see is the approved update; what it took the place of stays as the first version.
    db.update(solutionVersion)
      .set({ ...dates, number: 2 })
      .where(eq(solutionVersion.id, live.id))
      .run();
    add({ ...live, id: id("ver", live.createdAt), number: 1, status: "superseded" });
  }
  into(
    world.writer,
    decision,
  )({
    ...{ id: id("dec", decidedAt), subjectKind: "solution", subjectId: one.id, providerId: owner.id, versionId },
    ...{ seenEdit: 1, decision: isReturned ? "changes_requested" : "approved", at: decidedAt },
    reason: isReturned ? "unclear" : null,
    text: isReturned ? "功能说明请用工厂听得懂的话，减少口号。" : "",
    byUserId: world.staffOf.get(owner.parkSlug) ?? "",
  });
}

type Filed = { status: ComplaintStatus; workingDaysAgo: number; isHeard: boolean };

/** About the ready provider and others: one past its promise, one just heard, the others answered. */
const filed: readonly Filed[] = [
  { status: "open", workingDaysAgo: 8, isHeard: true },
  { status: "open", workingDaysAgo: 2, isHeard: false },
  { status: "dismissed", workingDaysAgo: 40, isHeard: true },
  { status: "upheld", workingDaysAgo: 60, isHeard: true },
];

function composeComplaints(making: Making): number {
  const { world } = making;
  const first = world.providers[0];
  if (!first) return 0;
  const open = world.providers.filter(({ status, parkSlug }) => status === "open" && parkSlug === first.parkSlug);
  let made = 0;
  // The first of each pair is about the ready provider, the other about its neighbours.
  for (const owner of [first, ...open.filter((one) => one !== first).slice(0, 1)])
    for (const [index, one] of filed.entries()) made += fileOne(making, owner, one, index);
  return made;
}

function fileOne({ world, random, id }: Making, owner: DemoProvider, one: Filed, index: number): number {
  const listed = world.solutions.filter(({ providerId }) => providerId === owner.id);
  // The last ones listed: those the ready logins' stories take first stay free of complaints. One is about conduct, answered:
  // an open one would keep every listing of the provider from being renewed.
  const about = one.status === "upheld" ? undefined : (listed.at(-1 - index) ?? listed.at(-1));
  const from = itemAt(world.enterprises, index % 2);
  const said = itemAt(complaintTexts, index);
  const day = world.calendar.dayAt(world.now) - one.workingDaysAgo;
  const at = (later: number) => world.calendar.timeOn(day + later, random);
  const isAnswered = one.status !== "open";
  const createdAt = at(0);
  into(
    world.writer,
    complaint,
  )({
    id: id("cpl", createdAt),
    subjectKind: about ? "solution" : "provider",
    subjectId: about?.id ?? owner.id,
    providerId: owner.id,
    ground: said.ground,
    text: said.text,
    byUserId: from.ownerId,
    byOrganisationId: from.id,
    status: one.status,
    createdAt,
    providerAnswer: one.isHeard ? said.heard : "",
    providerAnsweredAt: one.isHeard ? at(2) : null,
    answer: isAnswered ? said.answer : "",
    decidedAt: isAnswered ? at(4) : null,
    decidedByUserId: isAnswered ? (world.staffOf.get(owner.parkSlug) ?? null) : null,
    edit: 1 + Number(one.isHeard) + Number(isAnswered),
  });
  return 1;
}
