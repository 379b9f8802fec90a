/** Experts' times: the visits of the open cases, one at a time for each expert, and free times on the days to come. */
import { into } from "#db/seed/rows.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { loginId, type DemoExpert, type World } from "./world";

const HOUR_MS = 3_600_000;
const VISIT_HOURS = 3;
/** Mornings begin at nine, afternoons at two. */
const [MORNING, AFTERNOON] = [9, 14];
const DAYS_AHEAD = 20;
const FREE_SHARE = 0.35;

export type VisitWriter = ReturnType<typeof visitWriter>;

export function visitWriter(world: World) {
  const random = world.random("visits");
  const add = into(world.writer, expertSlot);
  const taken = new Set<string>();
  const halfOf = (expert: DemoExpert, day: number, hour: number) => `${expert.userId}/${day}/${hour < 12}`;
  const write = (expert: DemoExpert, startsAt: number, diagnosisId: string | null, isOffered: boolean) =>
    add({
      id: world.id("slt", world.now),
      expertUserId: expert.userId,
      startsAt,
      endsAt: startsAt + VISIT_HOURS * HOUR_MS,
      diagnosisId,
      isOffered,
      createdAt: world.now,
    });

  return {
    /** The wished half-day, or the nearest in that direction in which the expert has no visit yet. */
    clearTime(expert: DemoExpert, wished: { day: number; hour: number }, direction: 1 | -1): number {
      let { day, hour } = wished;
      while (taken.has(halfOf(expert, day, hour))) {
        const wasMorning = hour < 12;
        if (wasMorning === direction < 0) day += direction;
        hour += wasMorning ? AFTERNOON - MORNING : MORNING - AFTERNOON;
      }
      taken.add(halfOf(expert, day, hour));
      return world.calendar.hourOn(day, hour);
    },
    book(expert: DemoExpert, diagnosisId: string, visitAt: number): void {
      write(expert, visitAt, diagnosisId, random.chance(0.5));
    },
    /** What enterprises may pick from; the ready expert has more. Answers how many. */
    publishFree(): number {
      const today = world.calendar.dayAt(world.now);
      const ready = loginId(world, "expert");
      let count = 0;
      for (const expert of world.experts) {
        for (let day = today + 1; day <= today + DAYS_AHEAD; day += 1) {
          const hour = random.pick([MORNING, AFTERNOON]);
          if (!random.chance(expert.userId === ready ? 0.7 : FREE_SHARE) || taken.has(halfOf(expert, day, hour)))
            continue;
          write(expert, world.calendar.hourOn(day, hour), null, true);
          count += 1;
        }
      }
      return count;
    },
  };
}
