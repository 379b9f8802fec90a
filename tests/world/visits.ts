/** What a test about visits starts from: cases of several enterprises with one expert, and times the expert publishes. */
import { asc, eq } from "drizzle-orm";
import { expertSlot } from "#db/schema/clinic-work.server";
import type { Expert } from "~/domain/identity/actor";
import { publishTimes } from "~/domain/clinic/slots.server";
import { aCase, anEnterprise, must, type Clinic, type Step } from "./clinic";

/** Another enterprise of the park with a case of its own. */
export async function anotherCase(clinic: Clinic, steps: readonly Step[]) {
  const owner = await clinic.store.write((tx) => anEnterprise(tx));
  return { owner, ...(await aCase({ ...clinic, owner }, steps)) };
}

/** Publishes a time and answers its id; `start` in Shanghai. */
export async function aTime({ store }: Clinic, by: Expert, day: string, start = "09:00", hours = 3): Promise<string> {
  const form = { day, start, hours, weeks: 1 };
  const outcome = await store.write((tx) => publishTimes(tx, by, form));
  if (!outcome.ok) must(outcome);
  const at = Date.parse(`${day}T${start}+08:00`);
  return (await slotsOf({ store }, by)).find(({ startsAt }) => startsAt === at)?.id ?? "";
}

export function slotsOf({ store }: Pick<Clinic, "store">, by: Expert) {
  return store.db
    .select()
    .from(expertSlot)
    .where(eq(expertSlot.expertUserId, by.userId))
    .orderBy(asc(expertSlot.startsAt));
}
