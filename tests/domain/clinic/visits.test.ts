import { eq } from "drizzle-orm";
import Sqlite from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSqlite } from "#db/engines/sqlite.server";
import { newId } from "#db/ids.server";
import { migrateDatabase } from "#db/migrate.server";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { expert, user } from "#db/schema/identity.server";
import { notice } from "#db/schema/support.server";
import { openStore, uniqueViolation } from "#db/store.server";
import { assignExpert, cancelDiagnosis } from "~/domain/clinic/desk.server";
import { withdrawDiagnosis } from "~/domain/clinic/diagnoses.server";
import { bookTime, freeTimes } from "~/domain/clinic/slot-booking.server";
import { pickingFor } from "~/domain/clinic/visit-picking.server";
import { arrangeVisit, pickVisit, startVisit } from "~/domain/clinic/visits.server";
import { aCase, aClinic, anExpert, must, type Clinic } from "../../world/clinic";
import { anotherCase, aTime, slotsOf } from "../../world/visits";

const NOW = Date.parse("2026-03-03T09:00+08:00");
const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}+08:00`);
const why = { reason: "production_peak", text: "当天赶货" } as const;
const assigned = ["accepted", "assigned"] as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const kindsFor = async ({ store }: Pick<Clinic, "store">, userId: string) =>
  (await store.db.select({ kind: notice.kind }).from(notice).where(eq(notice.userId, userId))).map(({ kind }) => kind);

test("the enterprise picks a published time: the visit is agreed, and expert and park are told", async () => {
  const clinic = await aClinic();
  const { store, owner, expert, park } = clinic;
  const { id, edit } = await aCase(clinic, assigned);
  const slotId = await aTime(clinic, expert, "2026-03-05", "14:00", 2);
  const picked = await store.write((tx) => pickVisit(tx, owner, id, { edit, slotId, visitNote: "东门登记" }));
  expect(picked).toMatchObject({
    ok: true,
    value: { status: "scheduled", visitAt: at("2026-03-05T14:00"), visitNote: "东门登记" },
  });
  expect(await slotsOf(clinic, expert)).toMatchObject([{ id: slotId, diagnosisId: id, isOffered: true }]);
  expect(await kindsFor(clinic, expert.userId)).toContain("diagnosis.scheduled");
  expect(await kindsFor(clinic, park.userId)).toContain("diagnosis.scheduled");
  expect(await kindsFor(clinic, owner.userId)).not.toContain("diagnosis.scheduled");
});

test("of two enterprises that pick the same time at once, through two connections, one gets it and nothing is doubled", async () => {
  const folder = mkdtempSync(join(tmpdir(), "visits-"));
  const file = join(folder, "shuzhen.db");
  const empty = new Sqlite(file);
  migrateDatabase(empty);
  empty.close();
  const [one, two] = [openStore(openSqlite(file)), openStore(openSqlite(file))];
  const clinic = await aClinic(one);
  const first = { owner: clinic.owner, ...(await aCase(clinic, assigned)) };
  const second = await anotherCase(clinic, assigned);
  for (let round = 0; round < 5; round += 1) {
    const slotId = await aTime(clinic, clinic.expert, `2026-03-1${round}`);
    const pick = async (store: typeof one, { owner, id }: typeof first) => {
      const row = await store.db.select().from(diagnosis).where(eq(diagnosis.id, id));
      const form = { edit: row[0]?.edit ?? 0, slotId, visitNote: "", ...why };
      return store.write((tx) => pickVisit(tx, owner, id, form));
    };
    const outcomes = await Promise.all([pick(one, first), pick(two, second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "visit_taken" });
    const slots = await slotsOf(clinic, clinic.expert);
    const [slot] = slots.filter(({ id }) => id === slotId);
    const winner = outcomes[0]?.ok ? first : second;
    expect(slot?.diagnosisId).toBe(winner.id);
    expect(slots).toHaveLength(round + 1);
  }
  one.close();
  two.close();
  rmSync(folder, { recursive: true });
});

test("of two visits arranged by hand that share an hour, the second is refused", async () => {
  const clinic = await aClinic();
  const { store, expert, park } = clinic;
  const first = await aCase(clinic, assigned);
  const second = await anotherCase(clinic, assigned);
  const visit = (hours: number, edit: number) => ({ edit, visitAt: NOW + hours * HOUR, visitNote: "" });
  const [one, two] = await Promise.all([
    store.write((tx) => arrangeVisit(tx, expert, first.id, visit(24, first.edit))),
    store.write((tx) => arrangeVisit(tx, park, second.id, visit(26, second.edit))),
  ]);
  expect(one.ok).toBe(true);
  expect(two).toEqual({ ok: false, reason: "visit_taken" });
  must(await store.write((tx) => arrangeVisit(tx, park, second.id, visit(27, second.edit))));
  expect(await slotsOf(clinic, expert)).toMatchObject([{ isOffered: false }, { isOffered: false }]);
});

test("the indexes alone refuse a second visit at the same start and a second time for one case", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const first = await aCase(clinic, assigned);
  const second = await anotherCase(clinic, assigned);
  await aTime(clinic, expert, "2026-03-05");
  const time = { startsAt: at("2026-03-05T09:00"), endsAt: at("2026-03-05T12:00") };
  const book = (id: string) => store.write((tx) => bookTime(tx, { id, expertUserId: expert.userId }, time));
  await book(first.id);
  const doubled = await book(second.id).catch((error: unknown) => uniqueViolation(error));
  expect(doubled).toBe("expert_slot.expertUserId");
  const again = { id: newId("slt"), expertUserId: expert.userId, startsAt: NOW, endsAt: NOW + HOUR, createdAt: NOW };
  const twice = await store
    .write((tx) => tx.insert(expertSlot).values({ ...again, diagnosisId: first.id }))
    .catch((error: unknown) => uniqueViolation(error));
  expect(twice).toBe("expert_slot.diagnosisId");
  expect(await slotsOf(clinic, expert)).toHaveLength(1);
});

test("moving needs one of its reasons and words, frees the old time, and tells the others", async () => {
  const clinic = await aClinic();
  const { store, owner, expert } = clinic;
  const { id, edit } = await aCase(clinic, assigned);
  const [early, late] = [await aTime(clinic, expert, "2026-03-05"), await aTime(clinic, expert, "2026-03-06")];
  const first = must(await store.write((tx) => pickVisit(tx, owner, id, { edit, slotId: early, visitNote: "" })));
  const move = (said: object) =>
    store.write((tx) => pickVisit(tx, owner, id, { edit: first.edit, slotId: late, visitNote: "", ...said }));
  expect(await move({})).toEqual({ ok: false, reason: "reason_missing" });
  expect(await move({ reason: "not_in_park", text: "改天" })).toEqual({ ok: false, reason: "reason_missing" });
  expect(await move({ reason: "production_peak", text: "" })).toEqual({ ok: false, reason: "text_missing" });
  expect(await move(why)).toMatchObject({ ok: true, value: { visitAt: at("2026-03-06T09:00") } });
  expect(await slotsOf(clinic, expert)).toMatchObject([
    { id: early, diagnosisId: null },
    { id: late, diagnosisId: id },
  ]);
  const steps = await store.db.select().from(diagnosisStep).where(eq(diagnosisStep.diagnosisId, id));
  expect(steps.at(-1)).toMatchObject({ fromStatus: "scheduled", toStatus: "scheduled", ...why });
  expect(await kindsFor(clinic, expert.userId)).toContain("diagnosis.visit_moved");
});

test("a visit moved by hand gives its published time back and takes the next one that begins then", async () => {
  const clinic = await aClinic();
  const { store, owner, expert, park } = clinic;
  const { id, edit } = await aCase(clinic, assigned);
  const [early, late] = [
    await aTime(clinic, expert, "2026-03-05"),
    await aTime(clinic, expert, "2026-03-06", "14:00", 2),
  ];
  const first = must(await store.write((tx) => pickVisit(tx, owner, id, { edit, slotId: early, visitNote: "" })));
  const odd = { edit: first.edit, visitAt: at("2026-03-07T08:15"), visitNote: "", ...why };
  const second = must(await store.write((tx) => arrangeVisit(tx, expert, id, odd)));
  expect((await slotsOf(clinic, expert)).map((slot) => [slot.diagnosisId, slot.isOffered])).toEqual([
    [null, true],
    [null, true],
    [id, false],
  ]);
  const published = { edit: second.edit, visitAt: at("2026-03-06T14:00"), visitNote: "", ...why };
  must(await store.write((tx) => arrangeVisit(tx, park, id, published)));
  expect(await slotsOf(clinic, expert)).toMatchObject([
    { id: early, diagnosisId: null },
    { id: late, diagnosisId: id },
  ]);
});

test("changing only the note keeps the time", async () => {
  const clinic = await aClinic();
  const { store, expert } = clinic;
  const { id, edit } = await aCase(clinic, [...assigned, "scheduled"]);
  const [before] = await slotsOf(clinic, expert);
  const visit = { edit, visitAt: before?.startsAt ?? 0, visitNote: "改到西门", ...why };
  must(await store.write((tx) => arrangeVisit(tx, expert, id, visit)));
  expect(await slotsOf(clinic, expert)).toEqual([before]);
});

test("withdrawn, cancelled or given to another expert, a published time is free again and any other goes", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const other = await store.write((tx) => anExpert(tx));
  const endings = [
    (id: string, edit: number) =>
      store.write((tx) => withdrawDiagnosis(tx, owner, { id, edit }, { reason: "no_longer_needed" })),
    (id: string, edit: number) =>
      store.write((tx) => cancelDiagnosis(tx, park, { id, edit }, { reason: "enterprise_unreachable", text: "停产" })),
    (id: string, edit: number) =>
      store.write((tx) => assignExpert(tx, park, id, { edit, expertUserId: other.userId, text: "" })),
  ];
  const slotId = await aTime(clinic, expert, "2026-03-05");
  for (const end of endings) {
    const { id, edit } = await aCase(clinic, assigned);
    const picked = must(await store.write((tx) => pickVisit(tx, owner, id, { edit, slotId, visitNote: "" })));
    expect((await end(id, picked.edit)).ok).toBe(true);
    expect(await slotsOf(clinic, expert)).toMatchObject([{ id: slotId, diagnosisId: null }]);
    await store.write((tx) => tx.update(diagnosis).set({ status: "closed" }).where(eq(diagnosis.id, id)));
  }
  const { id, edit } = await aCase(clinic, [...assigned, "scheduled"]);
  expect(await slotsOf(clinic, expert)).toHaveLength(2);
  must(await store.write((tx) => withdrawDiagnosis(tx, owner, { id, edit }, { reason: "other" })));
  expect(await slotsOf(clinic, expert)).toMatchObject([{ id: slotId }]);
});

test("a visit that was made keeps its time", async () => {
  const clinic = await aClinic();
  const { id } = await aCase(clinic, [...assigned, "scheduled", "on_site", "report_draft"]);
  expect(await slotsOf(clinic, clinic.expert)).toMatchObject([{ diagnosisId: id }]);
});

test("what is not offered cannot be picked: today, another expert's, a crossed time, nonsense", async () => {
  const clinic = await aClinic();
  const { store, owner, expert } = clinic;
  const other = await store.write((tx) => anExpert(tx));
  const { id, edit } = await aCase(clinic, assigned);
  const busy = await anotherCase(clinic, assigned);
  const crossed = await aTime(clinic, expert, "2026-03-05", "10:00");
  const visit = { edit: busy.edit, visitAt: at("2026-03-05T08:00"), visitNote: "" };
  must(await store.write((tx) => arrangeVisit(tx, expert, busy.id, visit)));
  const wrong = [await aTime(clinic, expert, "2026-03-03", "14:00"), await aTime(clinic, other, "2026-03-05"), crossed];
  expect(await freeTimes(store.db, expert.userId, NOW)).toEqual([]);
  for (const slotId of [...wrong, "slt_none"]) {
    expect(await store.write((tx) => pickVisit(tx, owner, id, { edit, slotId, visitNote: "" }))).toEqual({
      ok: false,
      reason: "visit_taken",
    });
  }
});

test.each([
  ["is no longer an expert", expert, { isActive: false }, expert.userId],
  ["has a closed account", user, { disabledAt: NOW }, user.id],
] as const)("nothing of an expert who %s can be picked", async (_, table, change, key) => {
  const clinic = await aClinic();
  const { store, owner, expert: sent } = clinic;
  const { id, edit } = await aCase(clinic, assigned);
  const slotId = await aTime(clinic, sent, "2026-03-05");
  expect(await freeTimes(store.db, sent.userId, NOW)).toHaveLength(1);
  await store.write((tx) => tx.update(table).set(change).where(eq(key, sent.userId)));
  expect(await freeTimes(store.db, sent.userId, NOW)).toEqual([]);
  const pick = { edit, slotId, visitNote: "" };
  expect(await store.write((tx) => pickVisit(tx, owner, id, pick))).toEqual({ ok: false, reason: "visit_taken" });
});

test("only the enterprise of the case picks, while the visit is to be agreed or moved", async () => {
  const clinic = await aClinic();
  const { store, owner, expert } = clinic;
  const stranger = await anotherCase(clinic, []);
  const early = await aCase(clinic, ["accepted"]);
  const slotId = await aTime(clinic, expert, "2026-03-05");
  const pick = (who: typeof owner, id: string, edit: number) =>
    store.write((tx) => pickVisit(tx, who, id, { edit, slotId, visitNote: "" }));
  expect(await pick(owner, early.id, early.edit)).toEqual({ ok: false, reason: "not_possible" });
  expect(await pick(stranger.owner, early.id, early.edit)).toEqual({ ok: false, reason: "not_found" });
  expect(await pickingFor(store.db, owner, early.id, NOW)).toBe("not_possible");
  expect(await pickingFor(store.db, stranger.owner, early.id, NOW)).toBeNull();
  const sent = must(
    await store.write((tx) =>
      assignExpert(tx, clinic.park, early.id, { edit: early.edit, expertUserId: expert.userId, text: "" }),
    ),
  );
  expect(await pick(owner, early.id, early.edit)).toEqual({ ok: false, reason: "stale" });
  expect(await pickingFor(store.db, owner, early.id, NOW)).toMatchObject({ isMove: false, times: [{ id: slotId }] });
  const agreed = must(await pick(owner, early.id, sent.edit));
  must(await store.write((tx) => startVisit(tx, expert, agreed)));
  expect(await pickingFor(store.db, owner, early.id, NOW)).toBe("not_possible");
});
