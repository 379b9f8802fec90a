import { asc } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { diagnosisStep } from "#db/schema/clinic.server";
import { acceptDiagnosis, assignExpert, requestChanges } from "~/domain/clinic/desk.server";
import { answerChanges } from "~/domain/clinic/diagnoses.server";
import { whereIs, type Diagnosis } from "~/domain/clinic/moves.server";
import { aCase, aClinic, aRequest, must } from "../../world/clinic";

const timeZone = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
  process.env.TZ = timeZone;
});

// The clocks of New York go forward on 2026-03-08 and back on 2026-11-01; those of Lord Howe by half an hour.
test.each(["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe"])(
  "a promise is due on the same day in Shanghai on a machine in %s, also over a change of its clocks",
  async (zone) => {
    process.env.TZ = zone;
    vi.resetModules();
    const { whereIsIt } = await import("~/domain/clinic/promises");
    const dueOf = (asked: string, now: string) => {
      const at = Date.parse(`${asked}+08:00`);
      return whereIsIt({ status: "submitted", statusSince: at }, [], Date.parse(`${now}+08:00`));
    };
    expect(dueOf("2026-03-05T23:59", "2026-03-11T00:01")).toMatchObject({ dueOn: "2026-03-10", lateDays: 1 });
    expect(dueOf("2026-03-06T00:00", "2026-03-11T23:59")).toMatchObject({ dueOn: "2026-03-11", lateDays: 0 });
    expect(dueOf("2026-10-30T09:00", "2026-11-04T09:00")).toMatchObject({ dueOn: "2026-11-04", lateDays: 0 });
    expect(dueOf("2026-09-30T09:00", "2026-10-10T09:00")).toMatchObject({ dueOn: "2026-10-10", lateDays: 0 });
  },
);

test("a machine's clock that is set back does not turn a case's history around, nor lose what was used of a promise", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-03T09:00+08:00") });
  const clinic = await aClinic();
  const { store, park, owner, expert } = clinic;
  let seen = await aCase(clinic, []);
  const goTo = (minute: string) => vi.setSystemTime(Date.parse(`${minute}+08:00`));
  const step = async (command: () => Promise<{ ok: true; value: Diagnosis } | { ok: false; reason: string }>) => {
    const about = must(await command());
    seen = { id: about.id, edit: about.edit };
    return about;
  };
  goTo("2026-03-04T09:00");
  await step(() =>
    store.write((tx) => requestChanges(tx, park, seen, { reason: "information_missing", text: "请补充" })),
  );
  goTo("2026-03-04T07:00");
  const form = () => ({ ...aRequest(), edit: seen.edit, answer: "已补充" });
  const answered = await step(() => store.write((tx) => answerChanges(tx, owner, seen.id, form())));
  // One of three days was used before the question.
  expect(await whereIs(store.db, answered)).toMatchObject({ holder: "park", dueOn: "2026-03-06", lateDays: 0 });
  goTo("2026-03-03T22:00");
  await step(() => store.write((tx) => acceptDiagnosis(tx, park, seen)));
  const sent = { edit: seen.edit, expertUserId: expert.userId, text: "" };
  await step(() => store.write((tx) => assignExpert(tx, park, seen.id, sent)));
  const steps = await store.db.select().from(diagnosisStep).orderBy(asc(diagnosisStep.at), asc(diagnosisStep.id));
  expect(steps.map(({ toStatus }) => toStatus)).toEqual([
    ...["submitted", "changes_requested", "submitted", "accepted", "assigned"],
  ]);
});

test("where the year's holidays are not published, days are counted from Monday to Friday and every side is told", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2098-09-30T09:00+08:00") });
  const { casePage } = await import("~/domain/clinic/case-page.server");
  const clinic = await aClinic();
  const { id } = await aCase(clinic, []);
  for (const actor of [clinic.owner, clinic.park]) {
    const page = await casePage(clinic.store.db, actor, id, Date.now());
    expect(page?.where).toMatchObject({ dueOn: "2098-10-03", isDueCertain: false, lateDays: 0 });
  }
});
