import { and, asc, eq, like } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { expert, user } from "#db/schema/identity.server";
import { diagnosisStep } from "#db/schema/clinic.server";
import { notice } from "#db/schema/support.server";
import {
  acceptDiagnosis,
  assignExpert,
  cancelDiagnosis,
  declineDiagnosis,
  requestChanges,
} from "~/domain/clinic/desk.server";
import { expertsFor } from "~/domain/clinic/experts.server";
import { diagnosisFor } from "~/domain/clinic/moves.server";
import { arrangeVisit, startVisit } from "~/domain/clinic/visits.server";
import { aCase, aClinic, aListing, anAuthority, anExpert, aPark, must } from "../../world/clinic";

const NOW = Date.parse("2026-03-03T09:00+08:00");
const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

test("of two colleagues who accept at once, the second is told that the page is stale", async () => {
  const clinic = await aClinic();
  const seen = await aCase(clinic, []);
  const accept = () => clinic.store.write((tx) => acceptDiagnosis(tx, clinic.park, seen));
  const [first, second] = await Promise.all([accept(), accept()]);
  expect(first).toMatchObject({ ok: true, value: { status: "accepted", edit: 2 } });
  expect(second).toEqual({ ok: false, reason: "stale" });
  expect(await clinic.store.db.$count(diagnosisStep)).toBe(2);
});

test("another park's staff find nothing to accept", async () => {
  const clinic = await aClinic();
  const seen = await aCase(clinic, []);
  const neighbour = await clinic.store.write((tx) => aPark(tx, "jiujiang-etdz"));
  expect(await clinic.store.write((tx) => acceptDiagnosis(tx, neighbour, seen))).toEqual({
    ok: false,
    reason: "not_found",
  });
});

test("asking and declining need one of their own reasons", async () => {
  const clinic = await aClinic();
  const seen = await aCase(clinic, []);
  const { store, park } = clinic;
  const refusal = { ok: false, reason: "reason_missing" };
  expect(await store.write((tx) => requestChanges(tx, park, seen, {}))).toEqual(refusal);
  expect(await store.write((tx) => requestChanges(tx, park, seen, { reason: "not_in_park" }))).toEqual(refusal);
  expect(await store.write((tx) => declineDiagnosis(tx, park, seen, { reason: "information_missing" }))).toEqual(
    refusal,
  );
  const said = { reason: "not_in_park", text: "请向所在园区申请" } as const;
  expect(await store.write((tx) => declineDiagnosis(tx, park, seen, said))).toMatchObject({
    ok: true,
    value: { status: "declined" },
  });
  const told = await store.db.select().from(notice).where(eq(notice.kind, "diagnosis.declined"));
  expect(told).toMatchObject([{ userId: clinic.owner.userId, params: { text: "请向所在园区申请" } }]);
});

test("what the table does not allow is refused", async () => {
  const clinic = await aClinic();
  const seen = await aCase(clinic, ["accepted"]);
  const { store, park } = clinic;
  const refusal = { ok: false, reason: "not_possible" };
  expect(await store.write((tx) => acceptDiagnosis(tx, park, seen))).toEqual(refusal);
  expect(await store.write((tx) => startVisit(tx, clinic.expert, seen))).toEqual({ ok: false, reason: "not_found" });
  const visit = { edit: seen.edit, visitAt: NOW + HOUR, visitNote: "" };
  expect(await store.write((tx) => arrangeVisit(tx, park, seen.id, visit))).toEqual(refusal);
});

test("the expert sees the case once assigned, the replaced one no more", async () => {
  const clinic = await aClinic();
  const { store, park, expert: first } = clinic;
  const seen = await aCase(clinic, ["accepted", "assigned", "scheduled"]);
  const second = await store.write((tx) => anExpert(tx));
  const swap = { edit: seen.edit, expertUserId: second.userId, text: "原专家出差" };
  expect(await store.write((tx) => assignExpert(tx, park, seen.id, swap))).toMatchObject({
    ok: true,
    value: { status: "assigned", visitAt: null },
  });
  expect(await diagnosisFor(store.db, first, seen.id)).toBeNull();
  expect(await diagnosisFor(store.db, second, seen.id)).toMatchObject({ expertUserId: second.userId });
  const kinds = (userId: string) =>
    store.db.select({ kind: notice.kind }).from(notice).where(eq(notice.userId, userId));
  expect(await kinds(first.userId)).toContainEqual({ kind: "diagnosis.reassigned" });
  expect(await kinds(second.userId)).toEqual([{ kind: "diagnosis.assigned_to_you" }]);
});

test("experts who are not active, whose account is closed, who visit other parks or do not exist cannot be sent", async () => {
  const clinic = await aClinic();
  const { store, park } = clinic;
  const seen = await aCase(clinic, ["accepted"]);
  const gone = await store.write((tx) => anExpert(tx, { isActive: false }));
  const far = await store.write((tx) => anExpert(tx, { parks: ["jiujiang-etdz"] }));
  const closed = await store.write((tx) => anExpert(tx));
  await store.write((tx) => tx.update(user).set({ disabledAt: 1 }).where(eq(user.id, closed.userId)));
  const offered = await expertsFor(store.db, park, [seen.id]);
  expect(offered?.map(({ userId }) => userId)).not.toContain(closed.userId);
  for (const expertUserId of [gone.userId, far.userId, closed.userId, clinic.owner.userId]) {
    const form = { edit: seen.edit, expertUserId, text: "" };
    expect(await store.write((tx) => assignExpert(tx, park, seen.id, form))).toEqual({
      ok: false,
      reason: "unknown_expert",
    });
  }
});

test("the desk sees who knows the industry, who is busy and who is tied", async () => {
  const clinic = await aClinic();
  const { store, park } = clinic;
  await aCase(clinic, ["accepted", "assigned"]);
  const { providerId } = await store.write((tx) => aListing(tx));
  const tied = await store.write((tx) => anExpert(tx, { industries: ["C36"], ties: [providerId] }));
  const stranger = await store.write((tx) => anExpert(tx, { industries: ["C13"] }));
  await store.write((tx) =>
    tx
      .update(expert)
      .set({ industries: ["C36"] })
      .where(and(eq(expert.userId, clinic.expert.userId))),
  );
  const case_ = await store.db.select().from(diagnosisStep).limit(1);
  const shown = await expertsFor(store.db, park, [case_[0]?.diagnosisId ?? ""]);
  expect(shown?.map(({ userId }) => userId)).toEqual([tied.userId, clinic.expert.userId, stranger.userId]);
  expect(shown?.map(({ openCases }) => openCases)).toEqual([0, 1, 0]);
  expect(shown?.[0]?.tiedTo).toHaveLength(1);
  expect(
    await expertsFor(store.db, await store.write((tx) => aPark(tx, "jiujiang-etdz")), [case_[0]?.diagnosisId ?? ""]),
  ).toBeNull();
});

test("a visit is agreed for the future and can be moved", async () => {
  const clinic = await aClinic();
  const { store, expert: sent, park } = clinic;
  const seen = await aCase(clinic, ["accepted", "assigned"]);
  const past = { edit: seen.edit, visitAt: NOW - 1, visitNote: "" };
  expect(await store.write((tx) => arrangeVisit(tx, sent, seen.id, past))).toEqual({
    ok: false,
    reason: "visit_in_past",
  });
  const agreed = { ...past, visitAt: NOW + HOUR, visitNote: "南门集合" };
  const { edit } = must(await store.write((tx) => arrangeVisit(tx, sent, seen.id, agreed)));
  const why = { reason: "production_peak", text: "当天赶货" } as const;
  const later = { edit, visitAt: NOW + 30 * HOUR, visitNote: "", ...why };
  must(await store.write((tx) => arrangeVisit(tx, park, seen.id, later)));
  expect(await diagnosisFor(store.db, sent, seen.id)).toMatchObject({ status: "scheduled", visitAt: later.visitAt });
  expect(await store.write((tx) => arrangeVisit(tx, sent, seen.id, later))).toEqual({ ok: false, reason: "stale" });
  const told = await store.db
    .select()
    .from(notice)
    .where(and(like(notice.kind, "diagnosis.%ed"), eq(notice.userId, clinic.owner.userId)))
    .orderBy(asc(notice.id));
  expect(told.slice(-2).map(({ kind, params }) => [kind, params.when])).toEqual([
    ["diagnosis.scheduled", "2026-03-03 10:00"],
    ["diagnosis.visit_moved", "2026-03-04 15:00"],
  ]);
});

test("the province steps in with a reason, the city only watches, another city sees nothing", async () => {
  const clinic = await aClinic();
  const { store } = clinic;
  const seen = await aCase(clinic, []);
  const [province, city, elsewhere] = await store.write(async (tx) => [
    await anAuthority(tx, "province", "360000"),
    await anAuthority(tx, "city", "360100"),
    await anAuthority(tx, "city", "360400"),
  ]);
  if (!province || !city || !elsewhere) throw new Error("no authorities");
  const said = { reason: "enterprise_unreachable", text: "企业已搬迁" } as const;
  expect(await diagnosisFor(store.db, city, seen.id)).toMatchObject({ id: seen.id });
  expect(await store.write((tx) => cancelDiagnosis(tx, city, seen, said))).toEqual({
    ok: false,
    reason: "not_possible",
  });
  expect(await store.write((tx) => cancelDiagnosis(tx, elsewhere, seen, said))).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await store.write((tx) => cancelDiagnosis(tx, clinic.park, seen, said))).toEqual({
    ok: false,
    reason: "not_possible",
  });
  expect(await store.write((tx) => cancelDiagnosis(tx, province, seen, {}))).toEqual({
    ok: false,
    reason: "reason_missing",
  });
  expect(await store.write((tx) => cancelDiagnosis(tx, province, seen, said))).toMatchObject({
    ok: true,
    value: { status: "cancelled" },
  });
  const told = await store.db
    .select({ userId: notice.userId })
    .from(notice)
    .where(eq(notice.kind, "diagnosis.cancelled"));
  expect(told.map(({ userId }) => userId).sort()).toEqual([clinic.owner.userId, clinic.park.userId].sort());
});
