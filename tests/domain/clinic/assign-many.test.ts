import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { diagnosisStep } from "#db/schema/clinic.server";
import { notice } from "#db/schema/support.server";
import { assignMany } from "~/domain/clinic/assign-many.server";
import { acceptDiagnosis } from "~/domain/clinic/desk.server";
import { submitDiagnosis, withdrawDiagnosis } from "~/domain/clinic/diagnoses.server";
import { diagnosisFor } from "~/domain/clinic/moves.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { aClinic, anEnterprise, anExpert, aRequest, must, type Clinic } from "../../world/clinic";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Accepted cases of as many enterprises, seen as they are now. */
async function accepted({ store, park }: Clinic, count: number) {
  const made: { id: string; edit: number; owner: EnterpriseMember }[] = [];
  for (let n = 0; n < count; n += 1) {
    const owner = await store.write((tx) => anEnterprise(tx));
    const { id } = must(await store.write((tx) => submitDiagnosis(tx, owner, aRequest())));
    const { edit } = must(await store.write((tx) => acceptDiagnosis(tx, park, { id, edit: 1 })));
    made.push({ id, edit, owner });
  }
  return made;
}

test("one expert goes to every ticked case that can be, and each row says what became of it", async () => {
  const clinic = await aClinic();
  const { store, park, expert } = clinic;
  const [fresh, stale, gone] = await accepted(clinic, 3);
  if (!fresh || !stale || !gone) throw new Error("no cases");
  const left = { reason: "no_longer_needed" } as const;
  must(await store.write((tx) => withdrawDiagnosis(tx, gone.owner, gone, left)));
  const form = {
    cases: [fresh, { ...stale, edit: stale.edit - 1 }, { ...gone, edit: gone.edit + 1 }, { id: "dia_none", edit: 1 }],
    expertUserId: expert.userId,
    text: "请一并安排",
  };
  const rows = must(await store.write((tx) => assignMany(tx, park, form)));
  expect(rows.map(({ id, result }) => [id, result])).toEqual([
    [fresh.id, "assigned"],
    [stale.id, "stale"],
    [gone.id, "not_possible"],
    ["dia_none", "not_found"],
  ]);
  expect(rows.map(({ enterpriseName }) => enterpriseName)).toEqual([
    fresh.owner.organisationName,
    stale.owner.organisationName,
    gone.owner.organisationName,
    null,
  ]);
  expect(await diagnosisFor(store.db, park, fresh.id)).toMatchObject({
    status: "assigned",
    expertUserId: expert.userId,
  });
  expect(await diagnosisFor(store.db, park, stale.id)).toMatchObject({ status: "accepted", expertUserId: null });
});

test("an expert who cannot be sent leaves all of them as they were", async () => {
  const clinic = await aClinic();
  const { store, park } = clinic;
  const cases = await accepted(clinic, 2);
  const far = await store.write((tx) => anExpert(tx, { parks: ["jiujiang-etdz"] }));
  const [steps, told] = [await store.db.$count(diagnosisStep), await store.db.$count(notice)];
  expect(await store.write((tx) => assignMany(tx, park, { cases, expertUserId: far.userId, text: "" }))).toEqual({
    ok: false,
    reason: "unknown_expert",
  });
  expect([await store.db.$count(diagnosisStep), await store.db.$count(notice)]).toEqual([steps, told]);
});

test("of a withdrawal and an assignment at the same time, one wins and nothing is half done", async () => {
  for (const isWithdrawnFirst of [true, false]) {
    const clinic = await aClinic();
    const { store, park, expert } = clinic;
    const [about] = await accepted(clinic, 1);
    if (!about) throw new Error("no case");
    const withdraw = () =>
      store.write((tx) => withdrawDiagnosis(tx, about.owner, about, { reason: "no_longer_needed" }));
    const assign = () =>
      store.write((tx) => assignMany(tx, park, { cases: [about], expertUserId: expert.userId, text: "" }));
    const both = isWithdrawnFirst ? [withdraw(), assign()] : [assign(), withdraw()];
    await Promise.all(both);
    const found = await diagnosisFor(store.db, park, about.id);
    expect(found).toMatchObject({
      edit: about.edit + 1,
      status: isWithdrawnFirst ? "withdrawn" : "assigned",
      expertUserId: isWithdrawnFirst ? null : expert.userId,
    });
    const told = (await store.db.select().from(notice)).map(({ kind }) => kind);
    expect(told.includes("diagnosis.assigned_to_you")).toBe(!isWithdrawnFirst);
    expect(told.includes("diagnosis.withdrawn")).toBe(isWithdrawnFirst);
  }
});
