/** What a quote adds up to, and how long it can be accepted. Pure. */
import type { QuoteStatus } from "#db/vocabulary/projects";

export type QuoteLine = {
  text: string;
  priceFen: number;
  /** May count for an award, as the provider says. */
  isEligible: boolean;
};

export type Quote = {
  id: string;
  enquiryId: string;
  /** 1, 2, … within its enquiry. */
  number: number;
  status: QuoteStatus;
  /** Days from contract to delivery; 0 where an old quote did not say. */
  days: number;
  /** 0: none agreed. */
  warrantyMonths: number;
  /** YYYY-MM-DD, the last day it can be accepted. */
  validUntil: string;
  note: string;
  at: number;
  lines: QuoteLine[];
  totalFen: number;
  eligibleFen: number;
};

export const MAX_LINES = 20;
/** No offer binds anybody for longer. */
export const MAX_VALID_DAYS = 365;

/** The sum of all lines, and of those that may count for an award. */
export function sumsOf(lines: readonly Pick<QuoteLine, "priceFen" | "isEligible">[]) {
  const sum = (some: typeof lines) => some.reduce((total, { priceFen }) => total + priceFen, 0);
  return { totalFen: sum(lines), eligibleFen: sum(lines.filter(({ isEligible }) => isEligible)) };
}

/** The last millisecond of a day in Shanghai. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}

/** Sent, never answered, and its last day has passed: computed when read, never stored. */
export function hasLapsed({ status, validUntil }: Pick<Quote, "status" | "validUntil">, now: number): boolean {
  return status === "sent" && now > endOfDay(validUntil);
}

/** The offer in force: the newest one. */
export function latestOf<Offer extends { number: number }>(quotes: readonly Offer[]): Offer | null {
  return quotes.reduce<Offer | null>((newest, one) => (newest && newest.number > one.number ? newest : one), null);
}
