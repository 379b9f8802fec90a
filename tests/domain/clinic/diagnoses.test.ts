import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import { journalEntry, notice } from "#db/schema/support.server";
import { one } from "#db/store.server";
import {
  answerChanges,
  draftOf,
  openCaseOf,
  saveDraft,
  submitDiagnosis,
  withdrawDiagnosis,
} from "~/domain/clinic/diagnoses.server";
import { requestChanges } from "~/domain/clinic/desk.server";
import { aCase, aClinic, anEnterprise, aRequest, must } from "../../world/clinic";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

const missing = { reason: "information_missing", text: "请补充产品和产能" } as const;

test("a request goes to the enterprise's park, with its step, journal entry and notice", async () => {
  const { store, owner, park } = await aClinic();
  const { id } = must(await store.write((tx) => submitDiagnosis(tx, owner, aRequest())));
  const row = await one(store.db.select().from(diagnosis));
  expect(row).toMatchObject({ id, status: "submitted", parkSlug: "nanchang-etdz", regionCode: "360100", edit: 1 });
  expect(await store.db.select().from(diagnosisStep)).toMatchObject([{ fromStatus: null, toStatus: "submitted" }]);
  expect(await store.db.select().from(journalEntry)).toMatchObject([{ action: "diagnosis.submitted", subjectId: id }]);
  expect(await store.db.select().from(notice)).toMatchObject([
    { userId: park.userId, kind: "diagnosis.submitted", href: `/park/diagnoses/${id}` },
  ]);
});

test("the same request sent twice at once is one case", async () => {
  const { store, owner } = await aClinic();
  const form = aRequest();
  const send = () => store.write((tx) => submitDiagnosis(tx, owner, form));
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers).toEqual([form.id, form.id, form.id].map((id) => ({ ok: true, value: { id } })));
  expect(await store.db.$count(diagnosisStep)).toBe(1);
  expect(await store.db.$count(notice)).toBe(1);
});

test("two different requests at once: the second is refused while the first is open", async () => {
  const { store, owner } = await aClinic();
  const send = () => store.write((tx) => submitDiagnosis(tx, owner, aRequest()));
  const answers = await Promise.all([send(), send()]);
  expect(answers[1]).toEqual({ ok: false, reason: "already_open" });
  expect(await store.db.$count(diagnosis)).toBe(1);
});

test("an id of another enterprise is refused and its case stays as it was", async () => {
  const { store, owner } = await aClinic();
  const form = aRequest();
  must(await store.write((tx) => submitDiagnosis(tx, owner, form)));
  const stranger = await store.write((tx) => anEnterprise(tx));
  const answer = await store.write((tx) => submitDiagnosis(tx, stranger, { ...form, need: "别人的" }));
  expect(answer).toEqual({ ok: false, reason: "id_taken" });
  expect((await one(store.db.select().from(diagnosis)))?.need).toBe(form.need);
  expect(await store.write((tx) => saveDraft(tx, stranger, form))).toEqual({ ok: false, reason: "id_taken" });
});

test.each([
  [aRequest({ scenarios: ["no_such_scenario"] }), "unknown_scenario"],
  [aRequest({ parkSlug: "no-such-park" }), "unknown_park"],
])("what does not exist is refused", async (form, reason) => {
  const { store } = await aClinic();
  const homeless = await store.write((tx) => anEnterprise(tx, null));
  const asked = { ...form, parkSlug: form.parkSlug ?? "jiujiang-etdz" };
  expect(await store.write((tx) => submitDiagnosis(tx, homeless, asked))).toEqual({ ok: false, reason });
  expect(await store.db.$count(diagnosis)).toBe(0);
});

test("an enterprise without a park chooses one; an enterprise with one keeps its own", async () => {
  const { store, owner } = await aClinic();
  const homeless = await store.write((tx) => anEnterprise(tx, null));
  const [first, second] = [aRequest({ parkSlug: "jiujiang-etdz" }), aRequest({ parkSlug: "jiujiang-etdz" })];
  must(await store.write((tx) => submitDiagnosis(tx, homeless, first)));
  must(await store.write((tx) => submitDiagnosis(tx, owner, second)));
  const parkOf = async (id: string) =>
    (await one(store.db.select().from(diagnosis).where(eq(diagnosis.id, id))))?.parkSlug;
  expect([await parkOf(first.id), await parkOf(second.id)]).toEqual(["jiujiang-etdz", "nanchang-etdz"]);
});

test("a draft is kept, told to nobody, and handed in under the same id", async () => {
  const { store, owner } = await aClinic();
  const form = aRequest();
  must(await store.write((tx) => saveDraft(tx, owner, { ...form, need: "", scenarios: [] })));
  expect(await draftOf(store.db, owner)).toMatchObject({ id: form.id, status: "draft", need: "" });
  expect(await store.db.$count(notice)).toBe(0);
  expect(await openCaseOf(store.db, owner)).toBeNull();
  must(await store.write((tx) => submitDiagnosis(tx, owner, form)));
  expect(await openCaseOf(store.db, owner)).toMatchObject({ id: form.id, status: "submitted", need: form.need });
  expect(await store.db.select().from(diagnosisStep)).toMatchObject([{ fromStatus: "draft", toStatus: "submitted" }]);
  expect(await store.write((tx) => saveDraft(tx, owner, form))).toEqual({ ok: false, reason: "id_taken" });
});

test("an answer changes the request and brings it back to the park", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const seen = await aCase(clinic, []);
  must(await store.write((tx) => requestChanges(tx, park, seen, missing)));
  const form = { ...aRequest(), edit: 2, need: "月产 3000 台，换线 2 小时", answer: "已补充产能" };
  must(await store.write((tx) => answerChanges(tx, owner, seen.id, form)));
  expect(await openCaseOf(store.db, owner)).toMatchObject({ status: "submitted", need: form.need, edit: 3 });
  const steps = await store.db.select().from(diagnosisStep).orderBy(diagnosisStep.id);
  expect(steps.map(({ toStatus, text }) => [toStatus, text])).toEqual([
    ["submitted", ""],
    ["changes_requested", missing.text],
    ["submitted", "已补充产能"],
  ]);
});

test("an answer nobody asked for, a stale one and a stranger's are refused", async () => {
  const clinic = await aClinic();
  const { store, owner, park } = clinic;
  const seen = await aCase(clinic, []);
  const answer = { ...aRequest(), edit: 1, answer: "补充" };
  expect(await store.write((tx) => answerChanges(tx, owner, seen.id, answer))).toEqual({
    ok: false,
    reason: "not_possible",
  });
  must(await store.write((tx) => requestChanges(tx, park, seen, missing)));
  expect(await store.write((tx) => answerChanges(tx, owner, seen.id, answer))).toEqual({ ok: false, reason: "stale" });
  const stranger = await store.write((tx) => anEnterprise(tx));
  const theirs = await store.write((tx) => answerChanges(tx, stranger, seen.id, { ...answer, edit: 2 }));
  expect(theirs).toEqual({ ok: false, reason: "not_found" });
});

test("an enterprise withdraws before the visit, with a reason, and may ask again", async () => {
  const clinic = await aClinic();
  const { store, owner } = clinic;
  const seen = await aCase(clinic, ["accepted", "assigned", "scheduled"]);
  const without = await store.write((tx) => withdrawDiagnosis(tx, owner, seen, {}));
  expect(without).toEqual({ ok: false, reason: "reason_missing" });
  must(await store.write((tx) => withdrawDiagnosis(tx, owner, seen, { reason: "no_longer_needed", text: "" })));
  expect(await openCaseOf(store.db, owner)).toBeNull();
  const told = await store.db.select().from(notice).where(eq(notice.kind, "diagnosis.withdrawn"));
  expect(told.map(({ userId }) => userId).sort()).toEqual([clinic.park.userId, clinic.expert.userId].sort());
  must(await store.write((tx) => submitDiagnosis(tx, owner, aRequest({ id: newId("dia") }))));
});

test("once the expert is on site nothing can be withdrawn", async () => {
  const clinic = await aClinic();
  const seen = await aCase(clinic, ["accepted", "assigned", "scheduled", "on_site"]);
  const answer = await clinic.store.write((tx) =>
    withdrawDiagnosis(tx, clinic.owner, seen, { reason: "no_longer_needed" }),
  );
  expect(answer).toEqual({ ok: false, reason: "not_possible" });
});
