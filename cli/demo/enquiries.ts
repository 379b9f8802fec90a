/** Enquiries in every state, with what both sides wrote. The ready enterprise and provider have one of each between them. */
import { eq } from "drizzle-orm";
import { into, queries } from "#db/seed/rows.server";
import { recommendation } from "#db/schema/clinic.server";
import { enquiry } from "#db/schema/projects.server";
import { enquiryStatuses, type EnquiryStatus } from "#db/vocabulary/projects";
import { conversationWriter } from "./enquiry-conversations";
import { fill, wordsOf } from "./fill";
import { itemAt, type Random } from "./random";
import { messages } from "./texts/enquiry-texts";
import type { DemoEnterprise, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
const EXPIRED_SHARE = 0.12;

/** Days since it was sent, by state: ended ones are older. */
const ages: Record<EnquiryStatus, [number, number]> = {
  sent: [1, 11],
  acknowledged: [3, 12],
  quoted: [5, 16],
  accepted: [15, 110],
  declined: [12, 110],
  withdrawn: [8, 90],
};
type Asked = { enterprise: DemoEnterprise; solution: DemoSolution; recommendationId: string | null };

export function composeEnquiries(world: World): string {
  const random = world.random("enquiries");
  const write = enquiryWriter(world, random);
  const taken = new Set<string>();
  enquiryStatuses.forEach((status, at) => {
    for (let index = 0; index < world.plan.enquiries[status]; index += 1) {
      // Two open enquiries of one enterprise about one solution are refused by the rules.
      let asked = askedAs(world, index, at, random);
      while (taken.has(keyOf(asked))) asked = askedAs(world, 3, at, random);
      taken.add(keyOf(asked));
      write(asked, status, index > 2 && random.chance(EXPIRED_SHARE));
    }
  });
  return `${world.enquiries.length} enquiries`;
}

function askedAs(world: World, index: number, at: number, random: Random): Asked {
  if (index === 0) return ofLogins(world, at);
  return index < 3 ? ofProvider(world, index - 1, random) : ofAnyone(world, random);
}

function keyOf({ enterprise, solution }: Asked): string {
  return `${enterprise.id}/${solution.id}`;
}

function ofLogins(world: World, at: number): Asked {
  const enterprise = itemAt(world.enterprises, 0);
  const own = world.solutions.filter(({ providerId }) => providerId === itemAt(world.providers, 0).id);
  const recommended = world.recommendations.filter((one) => one.enterprise === enterprise);
  return {
    enterprise,
    solution: itemAt(own, at % own.length),
    recommendationId: enquiryStatuses[at] === "quoted" ? (recommended[0]?.id ?? null) : null,
  };
}

function ofProvider(world: World, which: number, random: Random): Asked {
  const own = world.solutions.filter(({ providerId }) => providerId === itemAt(world.providers, which).id);
  return {
    enterprise: itemAt(world.enterprises, random.whole(1, world.enterprises.length - 2)),
    solution: random.pick(own),
    recommendationId: null,
  };
}

function ofAnyone(world: World, random: Random): Asked {
  const one = drawn(world, random);
  return { enterprise: one.enterprise, solution: random.pick(one.solutions), recommendationId: one.id };
}

function drawn(world: World, random: Random) {
  for (;;) {
    const one = random.pick(world.recommendations);
    if (one.solutions.length > 0 && !one.enterprise.login) return one;
  }
}

function enquiryWriter(world: World, random: Random) {
  const add = into(world.writer, enquiry);
  const converse = conversationWriter(world, random);
  return function write(
    { enterprise, solution, recommendationId }: Asked,
    status: EnquiryStatus,
    isExpired: boolean,
  ): void {
    const isOpen = status === "sent" || status === "acknowledged" || status === "quoted";
    const age = random.whole(...ages[status]) + (isExpired && isOpen ? 50 : 0);
    const createdAt = world.calendar.timeOn(world.calendar.dayAt(world.now - age * DAY_MS), random);
    const id = world.id("enq", createdAt);
    const words = wordsOf(enterprise.family, random);
    const { firstAnswerAt, lastAt, expiresAt } = converse({
      id,
      enterprise,
      solution,
      status,
      createdAt,
      words,
      until: isExpired ? createdAt + 10 * DAY_MS : world.now - 3_600_000,
    });
    add({
      id,
      enterpriseId: enterprise.id,
      providerId: solution.providerId,
      solutionId: solution.id,
      versionId: solution.versionId,
      recommendationId,
      status,
      message: fill(random.pick(messages), words, random),
      contactName: enterprise.contactName,
      contactPhone: enterprise.contactPhone,
      createdByUserId: enterprise.ownerId,
      createdAt,
      statusSince: lastAt,
      expiresAt,
      firstAnswerAt,
    });
    if (recommendationId) {
      const mark = status === "accepted" ? "adopted" : "enquired";
      queries(world.writer)
        .update(recommendation)
        .set({ status: mark })
        .where(eq(recommendation.id, recommendationId))
        .run();
    }
    world.enquiries.push({ id, status, enterprise, solution, at: lastAt });
  };
}
