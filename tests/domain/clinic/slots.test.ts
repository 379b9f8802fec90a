import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { journalEntry } from "#db/schema/support.server";
import { mondayOf } from "~/domain/clinic/shanghai-time";
import { freeTimes } from "~/domain/clinic/slot-booking.server";
import { PublishForm, weekFrom } from "~/domain/clinic/slot-form";
import { publishTimes, removeTime, timesOfWeek } from "~/domain/clinic/slots.server";
import { arrangeVisit, pickVisit } from "~/domain/clinic/visits.server";
import { aCase, aClinic, anExpert, must } from "../../world/clinic";
import { aTime, slotsOf } from "../../world/visits";

/** A Tuesday. */
const NOW = Date.parse("2026-03-03T09:00+08:00");
const at = (text: string) => Date.parse(`${text}+08:00`);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a time is published for several weeks at the same hour", async () => {
  const { store, expert } = await aClinic();
  const form = { day: "2026-03-05", start: "14:00", hours: 2, weeks: 3 };
  expect(await store.write((tx) => publishTimes(tx, expert, form))).toEqual({ ok: true, value: { count: 3 } });
  expect((await slotsOf({ store }, expert)).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
    [at("2026-03-05T14:00"), at("2026-03-05T16:00")],
    [at("2026-03-12T14:00"), at("2026-03-12T16:00")],
    [at("2026-03-19T14:00"), at("2026-03-19T16:00")],
  ]);
  expect((await store.db.select().from(journalEntry)).map(({ action }) => action)).toContain("times.published");
});

test("a time that meets one of the expert's is refused with that one, and nothing of the series is kept", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  await aTime(clinic, expert, "2026-03-19", "10:00");
  const form = { day: "2026-03-05", start: "08:00", hours: 3, weeks: 3 };
  expect(await store.write((tx) => publishTimes(tx, expert, form))).toMatchObject({
    ok: false,
    reason: "time_overlaps",
    other: { startsAt: at("2026-03-19T10:00"), endsAt: at("2026-03-19T13:00") },
  });
  expect(await slotsOf(clinic, expert)).toHaveLength(1);
});

test("times may touch, and two experts may have the same", async () => {
  const clinic = await aClinic();
  const other = await clinic.store.write((tx) => anExpert(tx));
  await aTime(clinic, clinic.expert, "2026-03-05", "09:00", 3);
  await aTime(clinic, clinic.expert, "2026-03-05", "12:00", 1);
  await aTime(clinic, other, "2026-03-05", "09:00", 3);
  expect(await slotsOf(clinic, clinic.expert)).toHaveLength(2);
});

test.each([
  ["2026-03-03", "time_in_past"],
  ["2026-03-02", "time_in_past"],
  ["2027-03-05", "time_too_far"],
])("a time on %s is refused: %s", async (day, reason) => {
  const { store, expert } = await aClinic();
  const form = { day, start: "09:00", hours: 3, weeks: 1 };
  expect(await store.write((tx) => publishTimes(tx, expert, form))).toEqual({ ok: false, reason });
});

test.each([{ hours: "0" }, { hours: "9" }, { weeks: "13" }, { start: "03:10" }, { day: "2026-02-30" }])(
  "the form refuses %o",
  (wrong) => {
    const form = { day: "2026-03-05", start: "09:00", hours: "3", weeks: "1" };
    expect(PublishForm.safeParse(form).success).toBe(true);
    expect(PublishForm.safeParse({ ...form, ...wrong }).success).toBe(false);
  },
);

test("a free time can be taken back, once, and only by its expert", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const other = await store.write((tx) => anExpert(tx));
  const id = await aTime(clinic, expert, "2026-03-05");
  const refusal = { ok: false, reason: "time_gone" };
  expect(await store.write((tx) => removeTime(tx, other, id))).toEqual(refusal);
  expect(await store.write((tx) => removeTime(tx, expert, id))).toMatchObject({ ok: true });
  expect(await store.write((tx) => removeTime(tx, expert, id))).toEqual(refusal);
});

test("a time that was picked meanwhile stays", async () => {
  const clinic = await aClinic();
  const { store, expert, owner } = clinic;
  const { id, edit } = await aCase(clinic, ["accepted", "assigned"]);
  const slotId = await aTime(clinic, expert, "2026-03-05");
  must(await store.write((tx) => pickVisit(tx, owner, id, { edit, slotId, visitNote: "" })));
  expect(await store.write((tx) => removeTime(tx, expert, slotId))).toEqual({ ok: false, reason: "time_gone" });
  expect(await slotsOf(clinic, expert)).toMatchObject([{ diagnosisId: id }]);
});

test("the week shows what is free, what is booked by whom, and what a visit crosses", async () => {
  const clinic = await aClinic();
  const { store, expert, owner } = clinic;
  const { id, edit } = await aCase(clinic, ["accepted", "assigned"]);
  await aTime(clinic, expert, "2026-03-05", "10:00");
  await aTime(clinic, expert, "2026-03-06", "09:00");
  await aTime(clinic, expert, "2026-03-09", "09:00");
  const visitAt = at("2026-03-05T09:00");
  must(await store.write((tx) => arrangeVisit(tx, expert, id, { edit, visitAt, visitNote: "" })));
  expect(await timesOfWeek(store.db, expert, "2026-03-02")).toMatchObject([
    { startsAt: visitAt, visit: { diagnosisId: id, enterprise: owner.organisationName } },
    { startsAt: at("2026-03-05T10:00"), visit: null, isCovered: true },
    { startsAt: at("2026-03-06T09:00"), visit: null, isCovered: false },
  ]);
  const free = await freeTimes(store.db, expert.userId, NOW);
  expect(free.map(({ startsAt }) => startsAt)).toEqual([at("2026-03-06T09:00"), at("2026-03-09T09:00")]);
});

test("free times begin tomorrow, also just before midnight in Shanghai", async () => {
  const clinic = await aClinic();
  await aTime(clinic, clinic.expert, "2026-03-03", "14:00");
  await aTime(clinic, clinic.expert, "2026-03-04", "07:00");
  const free = (now: number) => freeTimes(clinic.store.db, clinic.expert.userId, now);
  expect(await free(at("2026-03-03T23:59"))).toMatchObject([{ startsAt: at("2026-03-04T07:00") }]);
  expect(await free(at("2026-03-04T00:00"))).toEqual([]);
});

test("a week is named by any of its days, and nonsense is the present week", () => {
  expect(["2026-03-02", "2026-03-05", "2026-03-08"].map(mondayOf)).toEqual(Array(3).fill("2026-03-02"));
  expect(weekFrom("2026-03-18", "2026-03-03")).toBe("2026-03-16");
  expect([null, "", "2026-02-31", "x"].map((asked) => weekFrom(asked, "2026-03-03"))).toEqual(
    Array(4).fill("2026-03-02"),
  );
});
