/** Shapes of an expert's free times and of what an enterprise picks. No text, no query. */
import { z } from "zod";
import { code, day, optionalLine, seenEdit, wholeNumber } from "~/domain/fields";
import { whyMoved } from "./diagnosis-form";
import { mondayOf } from "./shanghai-time";

export const LONGEST_HOURS = 8;
export const MOST_WEEKS = 12;

/** Half hours that are offered for the beginning of a time: 07:00 to 20:00. */
export const startClocks = Array.from({ length: 27 }, (_, half) => {
  const minutes = 7 * 60 + half * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 === 0 ? "00" : "30"}`;
});

const startClock = z.string("form:choose").refine((clock) => startClocks.includes(clock), "form:choose");

/** Shanghai time. `weeks`: how many weeks in a row, this one included. */
export const PublishForm = z.object({
  day: day(),
  start: startClock,
  hours: wholeNumber(1, LONGEST_HOURS),
  weeks: wholeNumber(1, MOST_WEEKS),
});
export type PublishForm = z.infer<typeof PublishForm>;

const RemoveForm = z.object({ slotId: code() });

/** Everything an expert does on the page of free times. */
export const TimesForm = z.discriminatedUnion("intent", [
  PublishForm.extend({ intent: z.literal("publish") }),
  RemoveForm.extend({ intent: z.literal("remove") }),
]);

/** What an enterprise picks; a reason only when it moves an agreed visit. */
export const PickForm = z.object({ edit: seenEdit(), slotId: code(), visitNote: optionalLine(500), ...whyMoved });
export type PickForm = z.infer<typeof PickForm>;

/** The Monday of the week an address asks for; of today's when it names no day that exists. */
export function weekFrom(asked: string | null, today: string): string {
  const parsed = day().safeParse(asked);
  return mondayOf(parsed.success ? parsed.data : today);
}
