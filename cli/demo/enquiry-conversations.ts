/** What the two sides of an enquiry wrote until now: read, quoted, ended. */
import { into } from "#db/seed/rows.server";
import { enquiryAnswer } from "#db/schema/projects.server";
import type { EnquiryReason, EnquiryStatus } from "#db/vocabulary/projects";
import { ANSWER_DAYS, QUOTE_DAYS } from "~/domain/projects/enquiry-status";
import { fill } from "./fill";
import { quoteWriter } from "./quotes";
import { itemAt, type Random } from "./random";
import { acknowledgements, endings, quotes } from "./texts/enquiry-texts";
import { dayText } from "./working-calendar";
import type { DemoEnterprise, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
const FEN_PER_THOUSAND = 100_000;
const enterpriseReasons = [
  "price",
  "timing",
  "not_suitable",
  "chose_other",
] as const satisfies readonly EnquiryReason[];
const providerReasons = ["not_served", "no_capacity", "need_unclear"] as const satisfies readonly EnquiryReason[];

const offerStatus = { quoted: "sent", accepted: "accepted", declined: "declined" } as const;

type Talk = {
  id: string;
  enterprise: DemoEnterprise;
  solution: DemoSolution;
  status: EnquiryStatus;
  createdAt: number;
  words: Record<string, string>;
  until: number;
};

export function conversationWriter(world: World, random: Random) {
  const add = into(world.writer, enquiryAnswer);
  const offer = quoteWriter(world);
  return function converse({ id, enterprise, solution, status, createdAt, words, until }: Talk) {
    const provider = world.providers.find((one) => one.id === solution.providerId) ?? itemAt(world.providers, 0);
    const say = (lines: readonly string[]) => fill(random.pick(lines), words, random);
    const moment = (share: number) => Math.round(createdAt + (until - createdAt) * share);
    const answer = (side: "enterprise" | "provider", at: number, row: { text: string; reason?: EnquiryReason }) =>
      add({
        id: world.id("ans", at),
        enquiryId: id,
        byUserId: side === "provider" ? provider.ownerId : enterprise.ownerId,
        bySide: side,
        ...row,
        at,
      });
    if (status === "sent")
      return { firstAnswerAt: null, lastAt: createdAt, expiresAt: createdAt + ANSWER_DAYS * DAY_MS };
    const read = moment(0.2);
    if (status !== "withdrawn") answer("provider", read, { text: say(acknowledgements) });
    if (status === "acknowledged") return { firstAnswerAt: read, lastAt: read, expiresAt: read + ANSWER_DAYS * DAY_MS };
    const last = moment(0.8);
    if (status === "withdrawn")
      answer("enterprise", last, { text: endings.plans_changed ?? "", reason: "plans_changed" });
    if (status === "withdrawn")
      return { firstAnswerAt: null, lastAt: last, expiresAt: createdAt + ANSWER_DAYS * DAY_MS };
    const isRefusedByProvider = status === "declined" && random.chance(0.3);
    const quoted = moment(0.5);
    const validUntil = dayText(quoted + QUOTE_DAYS * DAY_MS);
    const thousands = Math.max(3, Math.round((solution.priceMinFen * (1.1 + random.next() * 0.6)) / FEN_PER_THOUSAND));
    if (!isRefusedByProvider) {
      answer("provider", quoted, { text: say(quotes) });
      offer({
        ...{ enquiryId: id, solution, status: offerStatus[status], totalFen: thousands * FEN_PER_THOUSAND },
        ...{ days: solution.deployDays + random.whole(0, 10), validUntil, byUserId: provider.ownerId, at: quoted },
      });
    }
    if (status === "declined") {
      const reason = random.pick(isRefusedByProvider ? providerReasons : enterpriseReasons);
      answer(isRefusedByProvider ? "provider" : "enterprise", last, { text: endings[reason] ?? "", reason });
    }
    return {
      firstAnswerAt: read,
      lastAt: status === "quoted" ? quoted : last,
      expiresAt: Date.parse(`${validUntil}T23:59:59.999+08:00`),
    };
  };
}
