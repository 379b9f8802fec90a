import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { expert, user } from "#db/schema/identity.server";
import { journalEntry, notice } from "#db/schema/support.server";
import { tellBrokenPromises } from "~/domain/clinic/broken-promises.server";
import { openCases } from "~/domain/clinic/case-lists.server";
import { casePage } from "~/domain/clinic/case-page.server";
import { acceptDiagnosis, assignExpert } from "~/domain/clinic/desk.server";
import { newestReport } from "~/domain/clinic/draft-report.server";
import { diagnosisFor, whereIs } from "~/domain/clinic/moves.server";
import { mayRemind, remindHolder } from "~/domain/clinic/reminders.server";
import { aCase, aClinic, anAuthority, anExpert, must, type Clinic } from "../../world/clinic";

const START = Date.parse("2026-03-03T09:00+08:00");
const goTo = (minute: string) => vi.setSystemTime(Date.parse(`${minute}+08:00`));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

async function watched() {
  const clinic = await aClinic();
  const offices = await clinic.store.write(async (tx) => ({
    city: await anAuthority(tx, "city", "360100"),
    otherCity: await anAuthority(tx, "city", "360400"),
    province: await anAuthority(tx, "province", "360000"),
  }));
  return { ...clinic, ...offices };
}

async function told({ store }: Clinic, kind: "diagnosis.escalated" | "diagnosis.overdue" | "diagnosis.reminded") {
  const rows = await store.db.select({ userId: notice.userId }).from(notice).where(eq(notice.kind, kind));
  return rows.map(({ userId }) => userId);
}

test("a broken promise is told once to its holder and once to each office it goes up to", async () => {
  const clinic = await watched();
  const { store, expert: sent, park, city, province } = clinic;
  await aCase(clinic, ["accepted", "assigned"]);
  const run = () => tellBrokenPromises(store, Date.now());
  goTo("2026-03-17T09:00");
  expect(await run()).toBe(0);
  goTo("2026-03-18T09:00");
  expect([await run(), await run()]).toEqual([2, 0]);
  expect(await told(clinic, "diagnosis.overdue")).toEqual([sent.userId]);
  expect(await told(clinic, "diagnosis.escalated")).toEqual([park.userId]);
  goTo("2026-03-25T09:00");
  expect([await run(), await run()]).toEqual([1, 0]);
  goTo("2026-04-15T09:00");
  await run();
  expect(await told(clinic, "diagnosis.escalated")).toEqual([park.userId, city.userId, province.userId]);
});

test("an office the job missed is told when it runs again, and two processes tell it once", async () => {
  const clinic = await watched();
  await aCase(clinic, ["accepted", "assigned"]);
  goTo("2026-04-15T09:00");
  const runs = [tellBrokenPromises(clinic.store, Date.now()), tellBrokenPromises(clinic.store, Date.now())];
  expect((await Promise.all(runs)).reduce((sum, n) => sum + n)).toBe(4);
  expect(await told(clinic, "diagnosis.escalated")).toHaveLength(3);
});

test("a case that moved on is not told of, and a promise kept late is told of once", async () => {
  const clinic = await watched();
  const { store, park } = clinic;
  const seen = await aCase(clinic, []);
  goTo("2026-03-10T09:00");
  must(await store.write((tx) => acceptDiagnosis(tx, park, seen)));
  expect(await tellBrokenPromises(store, Date.now())).toBe(0);
});

test("the city reminds the holder once the case has come up to it, once a working day", async () => {
  const clinic = await watched();
  const { store, park, city, otherCity, province } = clinic;
  const { id, edit } = await aCase(clinic, []);
  const remind = (staff: typeof city) => store.write((tx) => remindHolder(tx, staff, id, { edit, note: "请尽快受理" }));
  expect(await remind(city)).toEqual({ ok: false, reason: "not_possible" });
  goTo("2026-03-13T09:00");
  expect(await remind(otherCity)).toEqual({ ok: false, reason: "not_found" });
  expect(await remind(province)).toEqual({ ok: false, reason: "not_possible" });
  expect(await remind(city)).toMatchObject({ ok: true });
  expect(await remind(city)).toEqual({ ok: false, reason: "reminded_today" });
  // Friday's reminder also counts for the weekend.
  goTo("2026-03-15T09:00");
  expect(await remind(city)).toEqual({ ok: false, reason: "reminded_today" });
  goTo("2026-03-16T09:00");
  expect(await remind(city)).toMatchObject({ ok: true });
  expect(await told(clinic, "diagnosis.reminded")).toEqual([park.userId, park.userId]);
  // The case itself is as it was: nobody's page became stale.
  expect(await diagnosisFor(store.db, park, id)).toMatchObject({ edit, status: "submitted" });
  expect(await store.db.$count(journalEntry, eq(journalEntry.action, "diagnosis.reminded"))).toBe(2);
  const page = await casePage(store.db, clinic.owner, id, Date.now());
  expect(page?.reminders.map(({ text, byName }) => [text, byName])).toEqual([
    ["请尽快受理", city.userName],
    ["请尽快受理", city.userName],
  ]);
});

test("a park reminds whoever holds its case, never itself, and not twice a day", async () => {
  const clinic = await watched();
  const { store, park, expert: sent } = clinic;
  const waiting = await aCase(clinic, []);
  const note = (edit: number) => ({ edit, note: "请约时间" });
  const where = async (id: string) => {
    const about = await diagnosisFor(store.db, park, id);
    if (!about) throw new Error("no case");
    return whereIs(store.db, about);
  };
  expect(mayRemind(park, await where(waiting.id))).toBe(false);
  expect(await store.write((tx) => remindHolder(tx, park, waiting.id, note(1)))).toEqual({
    ok: false,
    reason: "not_possible",
  });
  const { edit: accepted } = must(await store.write((tx) => acceptDiagnosis(tx, park, waiting)));
  const form = { edit: accepted, expertUserId: sent.userId, text: "" };
  const { edit } = must(await store.write((tx) => assignExpert(tx, park, waiting.id, form)));
  expect(mayRemind(park, await where(waiting.id))).toBe(true);
  expect(await store.write((tx) => remindHolder(tx, park, waiting.id, note(edit - 1)))).toEqual({
    ok: false,
    reason: "stale",
  });
  must(await store.write((tx) => remindHolder(tx, park, waiting.id, note(edit))));
  expect(await told(clinic, "diagnosis.reminded")).toEqual([sent.userId]);
});

test("an authority replaces the expert only of a case that has come up to it, and the park hears of it", async () => {
  const clinic = await watched();
  const { store, city, province, park } = clinic;
  const { id, edit } = await aCase(clinic, ["accepted", "assigned"]);
  const second = await store.write((tx) => anExpert(tx));
  const form = { edit, expertUserId: second.userId, text: "原专家超期" };
  goTo("2026-03-20T09:00");
  expect(await store.write((tx) => assignExpert(tx, city, id, form))).toEqual({ ok: false, reason: "not_possible" });
  goTo("2026-03-25T09:00");
  expect(await store.write((tx) => assignExpert(tx, province, id, form))).toEqual({
    ok: false,
    reason: "not_possible",
  });
  expect(await store.write((tx) => assignExpert(tx, city, id, form))).toMatchObject({
    ok: true,
    value: { status: "assigned", expertUserId: second.userId },
  });
  const heard = await store.db.select().from(notice).where(eq(notice.kind, "diagnosis.expert_replaced"));
  expect(heard.map(({ userId }) => userId).sort()).toEqual([clinic.owner.userId, park.userId].sort());
});

test("an expert whose account is closed mid-case is shown as gone, and another carries on with what was noted", async () => {
  const clinic = await watched();
  const { store, park, expert: first } = clinic;
  const { id, edit } = await aCase(clinic, ["accepted", "assigned", "scheduled", "on_site", "report_draft", "written"]);
  const draft = await newestReport(store.db, id);
  await store.write((tx) => tx.update(user).set({ disabledAt: 1 }).where(eq(user.id, first.userId)));
  expect((await casePage(store.db, park, id, Date.now()))?.expert).toMatchObject({ isAvailable: false });
  expect((await openCases(store.db, park, {}, Date.now())).items[0]).toMatchObject({ id, expertDisabledAt: 1 });
  const second = await store.write((tx) => anExpert(tx));
  const form = { edit, expertUserId: second.userId, text: "" };
  must(await store.write((tx) => assignExpert(tx, park, id, form)));
  expect(await diagnosisFor(store.db, second, id)).toMatchObject({ status: "report_draft" });
  expect((await newestReport(store.db, id))?.id).toBe(draft?.id);
  expect((await casePage(store.db, park, id, Date.now()))?.expert).toMatchObject({ isAvailable: true });
});

test("an expert who stops being one can be replaced on site, but not once the report is handed in", async () => {
  const clinic = await watched();
  const { store, park, expert: first } = clinic;
  const onSite = await aCase(clinic, ["accepted", "assigned", "scheduled", "on_site"]);
  await store.write((tx) => tx.update(expert).set({ isActive: false }).where(eq(expert.userId, first.userId)));
  expect((await casePage(store.db, park, onSite.id, Date.now()))?.expert?.isAvailable).toBe(false);
  const second = await store.write((tx) => anExpert(tx));
  const form = { edit: onSite.edit, expertUserId: second.userId, text: "" };
  expect(await store.write((tx) => assignExpert(tx, park, onSite.id, form))).toMatchObject({
    ok: true,
    value: { status: "on_site", expertUserId: second.userId },
  });

  const other = await watched();
  const handedIn = await aCase(other, [
    ...(["accepted", "assigned", "scheduled", "on_site", "report_draft", "written", "report_review"] as const),
  ]);
  const late = { edit: handedIn.edit, expertUserId: (await other.store.write((tx) => anExpert(tx))).userId, text: "" };
  expect(await other.store.write((tx) => assignExpert(tx, other.park, handedIn.id, late))).toEqual({
    ok: false,
    reason: "not_possible",
  });
});
