import { and, asc, eq, like } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mail, notice } from "#db/schema/support.server";
import { assignExpert, cancelDiagnosis } from "~/domain/clinic/desk.server";
import { occasionOf, remindOfVisits } from "~/domain/clinic/visit-reminders.server";
import { arrangeVisit, startVisit } from "~/domain/clinic/visits.server";
import { aCase, aClinic, anExpert, must, type Clinic } from "../../world/clinic";

const at = (text: string) => Date.parse(`${text}+08:00`);
/** A Tuesday. */
const NOW = at("2026-03-03T09:00");
/** A Monday: one working day before is the Friday. */
const VISIT = at("2026-03-09T09:30");
const why = { reason: "expert_unavailable", text: "出差" } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

async function agreed(visitAt = VISIT) {
  const clinic = await aClinic();
  const { id, edit } = await aCase(clinic, ["accepted", "assigned"]);
  const visit = { edit, visitAt, visitNote: "东门登记" };
  const after = must(await clinic.store.write((tx) => arrangeVisit(tx, clinic.expert, id, visit)));
  return { clinic, id, edit: after.edit };
}

/** The job at a time of the machine's clock. */
function run({ store }: Clinic, text: string): Promise<number> {
  vi.setSystemTime(at(text));
  return remindOfVisits(store, Date.now());
}

async function reminders({ store }: Clinic, userId: string) {
  const isOwn = and(eq(notice.userId, userId), like(notice.kind, "diagnosis.visit_%"));
  const rows = await store.db.select().from(notice).where(isOwn).orderBy(asc(notice.id));
  return rows.map(({ kind, params }) => `${kind} ${params.when}`).filter((text) => !text.includes("moved"));
}

test("enterprise and expert are reminded one working day before and on the morning, once each", async () => {
  const { clinic } = await agreed();
  const { owner, expert, park } = clinic;
  expect(await run(clinic, "2026-03-06T08:59")).toBe(0);
  expect(await run(clinic, "2026-03-06T09:00")).toBe(2);
  expect(await run(clinic, "2026-03-06T09:01")).toBe(0);
  expect(await run(clinic, "2026-03-08T12:00")).toBe(0);
  expect(await run(clinic, "2026-03-09T07:00")).toBe(2);
  expect(await run(clinic, "2026-03-09T09:29")).toBe(0);
  expect(await run(clinic, "2026-03-09T09:30")).toBe(0);
  const both = ["diagnosis.visit_eve 2026-03-09 09:30", "diagnosis.visit_today 2026-03-09 09:30"];
  expect(await reminders(clinic, owner.userId)).toEqual(both);
  expect(await reminders(clinic, expert.userId)).toEqual(both);
  expect(await reminders(clinic, park.userId)).toEqual([]);
  const mails = await clinic.store.db.select().from(mail).where(like(mail.body, "%就在今天%"));
  expect(mails).toHaveLength(2);
  expect(mails[0]?.body).toContain("东门登记");
});

test("a clock set back sends nothing again, and one set forward over a reminder sends the next", async () => {
  const { clinic } = await agreed();
  expect(await run(clinic, "2026-03-06T09:30")).toBe(2);
  expect(await run(clinic, "2026-03-04T09:30")).toBe(0);
  expect(await run(clinic, "2026-03-06T09:30")).toBe(0);
  expect(await run(clinic, "2026-03-09T08:30")).toBe(2);
  expect(await run(clinic, "2026-04-01T08:30")).toBe(0);
});

test("two runs at once send each reminder once", async () => {
  const { clinic } = await agreed();
  vi.setSystemTime(at("2026-03-06T09:00"));
  const sent = await Promise.all([remindOfVisits(clinic.store, Date.now()), remindOfVisits(clinic.store, Date.now())]);
  expect(sent[0] + sent[1]).toBe(2);
  expect(await reminders(clinic, clinic.owner.userId)).toHaveLength(1);
});

test("a visit that was moved is reminded of at its new time only", async () => {
  const { clinic, id, edit } = await agreed();
  const { store, expert, owner } = clinic;
  const later = { edit, visitAt: at("2026-03-11T14:00"), visitNote: "", ...why };
  must(await store.write((tx) => arrangeVisit(tx, expert, id, later)));
  expect(await run(clinic, "2026-03-06T10:00")).toBe(0);
  expect(await run(clinic, "2026-03-09T08:00")).toBe(0);
  expect(await run(clinic, "2026-03-10T10:00")).toBe(2);
  expect(await reminders(clinic, owner.userId)).toEqual(["diagnosis.visit_eve 2026-03-11 14:00"]);
});

test("nobody is reminded of a visit that was cancelled or has begun", async () => {
  const [cancelled, begun] = [await agreed(), await agreed()];
  const said = { reason: "enterprise_unreachable", text: "停产" } as const;
  must(await cancelled.clinic.store.write((tx) => cancelDiagnosis(tx, cancelled.clinic.park, cancelled, said)));
  must(await begun.clinic.store.write((tx) => startVisit(tx, begun.clinic.expert, begun)));
  for (const { clinic } of [cancelled, begun]) expect(await run(clinic, "2026-03-06T09:00")).toBe(0);
});

test("an expert who takes over at the same hour is reminded, the enterprise not twice", async () => {
  const { clinic, id, edit } = await agreed();
  const { store, park } = clinic;
  expect(await run(clinic, "2026-03-06T09:00")).toBe(2);
  const other = await store.write((tx) => anExpert(tx));
  const swap = { edit, expertUserId: other.userId, text: "" };
  const sent = must(await store.write((tx) => assignExpert(tx, park, id, swap)));
  expect(await run(clinic, "2026-03-06T10:00")).toBe(0);
  const again = { edit: sent.edit, visitAt: VISIT, visitNote: "" };
  must(await store.write((tx) => arrangeVisit(tx, park, id, again)));
  expect(await run(clinic, "2026-03-06T11:00")).toBe(1);
  expect(await reminders(clinic, other.userId)).toEqual(["diagnosis.visit_eve 2026-03-09 09:30"]);
});

test.each([
  // National Day 2026: off from 1 to 7 October; the working day before the 8th is 30 September.
  ["2026-10-08T09:00", "2026-09-30T08:59", null],
  ["2026-10-08T09:00", "2026-09-30T09:00", "visit_eve"],
  ["2026-10-08T09:00", "2026-10-08T00:00", null],
  ["2026-10-08T09:00", "2026-10-08T07:00", "visit_today"],
  // Before seven in the morning: an hour ahead.
  ["2026-03-05T06:30", "2026-03-05T05:30", "visit_today"],
  // A year without a holiday table: Monday to Friday.
  ["2099-03-10T09:00", "2099-03-09T09:00", "visit_eve"],
])("for a visit at %s, at %s is due: %s", (visitAt, now, due) => {
  expect(occasionOf(at(visitAt), at(now))).toBe(due);
});
