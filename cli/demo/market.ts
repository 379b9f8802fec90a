/** Accepted quotes with the projects they became, and a need for which the ready enterprise compares three providers' offers. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { enquiry, enquiryAnswer, project, projectStep, quote, quoteLine } from "#db/schema/projects.server";
import { into, queries } from "#db/seed/rows.server";
import { ANSWER_DAYS } from "~/domain/projects/enquiry-status";
import { endOfDay, sumsOf } from "~/domain/projects/quote";
import { fill, wordsOf } from "./fill";
import { idMaker, type MakeId } from "./made-ids";
import { quoteWriter } from "./quotes";
import { itemAt, type Random } from "./random";
import { acknowledgements } from "./texts/enquiry-texts";
import { bundleMessage, bundleNotes, deliveries } from "./texts/market-texts";
import { dayText } from "./working-calendar";
import type { DemoEnquiry, DemoEnterprise, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
const ASKED = 3;

export function composeMarket(world: World): string {
  const random = world.random("demo/market");
  const id = idMaker(world.random("demo/market/ids"));
  const opened = openProjects(world, random, id);
  const asked = askTogether(world, random, id);
  return `${opened} projects of accepted quotes, ${asked} providers asked together`;
}

/** The states that a project of an accepted quote may be in: the ready logins' one waits for the enterprise. */
const begun = ["completed", "implementing", "contracted"] as const;

/**
 * An accepted quote takes over a project of the world that is under way, so that the programme's figures of retrofits stay
 * as they are. Enquiries for which none is left were contracted outside.
 */
function openProjects(world: World, random: Random, id: MakeId): number {
  const db = queries(world.writer);
  const logins = world.enterprises.filter(({ login }) => login !== null).map((one) => one.id);
  const free = db
    .select({ id: project.id, status: project.status, enterpriseId: project.enterpriseId })
    .from(project)
    .where(and(inArray(project.status, [...begun]), isNull(project.enquiryId)))
    .orderBy(asc(project.id))
    .all()
    .filter(({ enterpriseId }) => !logins.includes(enterpriseId));
  const accepted = world.enquiries.filter(({ status }) => status === "accepted");
  const addStep = into(world.writer, projectStep);
  let opened = 0;
  accepted.forEach((from, index) => {
    const wanted = itemAt(begun, index % begun.length);
    const at = free.findIndex(({ status }) => status === wanted);
    const [taken] = at < 0 ? [] : free.splice(at, 1);
    if (!taken) return;
    takeOver(world, { random, id, addStep }, { projectId: taken.id, status: wanted, from });
    opened += 1;
  });
  return opened;
}

type Tools = { random: Random; id: MakeId; addStep: (row: typeof projectStep.$inferInsert) => void };
type Taken = { projectId: string; status: (typeof begun)[number]; from: DemoEnquiry };

function takeOver(world: World, { random, id, addStep }: Tools, { projectId, status, from }: Taken): void {
  const db = queries(world.writer);
  const { enterprise, solution } = from;
  const provider = world.providers.find((one) => one.id === solution.providerId);
  const offer = db.select({ id: quote.id }).from(quote).where(eq(quote.enquiryId, from.id)).get();
  if (!provider || !offer) return;
  const lines = db.select().from(quoteLine).where(eq(quoteLine.quoteId, offer.id)).all();
  const moment = (share: number) => Math.round(from.at + (world.now - from.at) * share);
  const [startedAt, deliveredAt] = [moment(0.2), moment(0.9)];
  const isBegun = status !== "contracted";
  const isDelivered = status === "completed";
  const since = isDelivered ? deliveredAt : isBegun ? startedAt : from.at;
  db.update(project)
    .set({
      ...{ enterpriseId: enterprise.id, providerId: provider.id, solutionId: solution.id },
      ...{ parkSlug: enterprise.parkSlug, scenarios: [solution.primary], contractFen: sumsOf(lines).totalFen },
      startedOn: dayText(isBegun ? startedAt : from.at),
      completedOn: isDelivered ? dayText(deliveredAt) : null,
      ...{ levelBefore: null, enquiryId: from.id, quoteId: offer.id, statusSince: since },
    })
    .where(eq(project.id, projectId))
    .run();
  const step = (row: Pick<typeof projectStep.$inferInsert, "status" | "bySide" | "at"> & { text?: string }) =>
    addStep({
      ...{ id: id("pst", row.at), projectId, ...row },
      byUserId: row.bySide === "provider" ? provider.ownerId : enterprise.ownerId,
    });
  const words = wordsOf(enterprise.family, random);
  step({ status: "contracted", bySide: "enterprise", at: from.at });
  if (isBegun) step({ status: "implementing", bySide: "provider", at: startedAt });
  const text = fill(random.pick(deliveries), words, random);
  if (isDelivered) step({ status: "completed", bySide: "provider", at: deliveredAt, text });
}

/** The ready provider and two others; two have quoted, the third has said that it will. */
function askTogether(world: World, random: Random, id: MakeId): number {
  const enterprise = itemAt(world.enterprises, 0);
  const chosen = threeOf(world, enterprise);
  const addEnquiry = into(world.writer, enquiry);
  const addAnswer = into(world.writer, enquiryAnswer);
  const offer = quoteWriter(world, "demo/bundle");
  const createdAt = world.calendar.timeOn(world.calendar.dayAt(world.now - 8 * DAY_MS), random);
  const bundleId = id("bun", createdAt);
  const words = wordsOf(enterprise.family, random);
  const validUntil = dayText(world.now + 21 * DAY_MS);
  chosen.forEach((solution, index) => {
    const provider = world.providers.find((one) => one.id === solution.providerId) ?? itemAt(world.providers, 0);
    const enquiryId = id("enq", createdAt);
    const readAt = createdAt + (2 + index * 24) * 3_600_000;
    const hasQuoted = index < ASKED - 1;
    const quotedAt = createdAt + (2 + index) * DAY_MS;
    addEnquiry({
      ...{ id: enquiryId, enterpriseId: enterprise.id, providerId: provider.id, solutionId: solution.id },
      ...{ versionId: solution.versionId, bundleId, status: hasQuoted ? "quoted" : "acknowledged" },
      ...{ message: fill(bundleMessage, words, random), contactName: enterprise.contactName },
      ...{ contactPhone: enterprise.contactPhone, createdByUserId: enterprise.ownerId, createdAt },
      ...{ statusSince: hasQuoted ? quotedAt : readAt, firstAnswerAt: readAt },
      expiresAt: hasQuoted ? endOfDay(validUntil) : readAt + ANSWER_DAYS * DAY_MS,
    });
    addAnswer({
      ...{ id: id("ans", readAt), enquiryId, byUserId: provider.ownerId, bySide: "provider", at: readAt },
      text: fill(random.pick(acknowledgements), words, random),
    });
    if (!hasQuoted) return;
    const thousands = Math.max(8, Math.round((solution.priceMinFen * (1.1 + random.next() * 0.5)) / 100_000));
    offer({
      ...{ enquiryId, solution, status: "sent", totalFen: thousands * 100_000, validUntil, at: quotedAt },
      ...{ days: solution.deployDays + random.whole(2, 12), byUserId: provider.ownerId },
      note: fill(itemAt(bundleNotes, index % bundleNotes.length), words, random),
    });
  });
  return chosen.length;
}

/** For one scenario, of three providers, none of whose solutions the enterprise is asking about already. */
function threeOf(world: World, enterprise: DemoEnterprise): DemoSolution[] {
  const asked = new Set(world.enquiries.filter((one) => one.enterprise === enterprise).map(({ solution }) => solution));
  const fresh = world.solutions.filter((solution) => !asked.has(solution));
  const ready = itemAt(world.providers, 0).id;
  const own = fresh.filter(({ providerId }) => providerId === ready);
  const first = own.find(({ primary }) => othersFor(fresh, primary, ready).length >= ASKED - 1) ?? own[0];
  if (!first) return [];
  const alike = othersFor(fresh, first.primary, ready);
  const rest = fresh.filter(({ providerId }) => providerId !== ready);
  return [first, ...ofDifferentProviders([...alike, ...rest]).slice(0, ASKED - 1)];
}

function othersFor(solutions: readonly DemoSolution[], primary: string, but: string): DemoSolution[] {
  return ofDifferentProviders(solutions.filter((one) => one.primary === primary && one.providerId !== but));
}

function ofDifferentProviders(solutions: readonly DemoSolution[]): DemoSolution[] {
  const seen = new Set<string>();
  return solutions.filter(({ providerId }) => !seen.has(providerId) && seen.add(providerId));
}
