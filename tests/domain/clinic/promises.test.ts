import { expect, test } from "vitest";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { byUrgency, whereIsIt } from "~/domain/clinic/promises";

const at = (minute: string) => Date.parse(`${minute}+08:00`);

/** A case whose history is these statuses at these minutes, seen at another. */
function seen(now: string, ...history: [DiagnosisStatus, string][]) {
  const steps = history.map(([toStatus, minute]) => ({ toStatus, at: at(minute) }));
  const last = steps.at(-1);
  if (!last) throw new Error("no history");
  return whereIsIt({ status: last.toStatus, statusSince: last.at }, steps, at(now));
}

test("a request is the park's for three working days", () => {
  const where = seen("2026-03-05T09:00", ["submitted", "2026-03-03T09:00"]);
  expect(where).toMatchObject({
    holder: "park",
    promise: "accept",
    dueOn: "2026-03-06",
    lateDays: 0,
    escalatedTo: null,
  });
});

test("the promised day itself is in time, the next working day is late and goes to the city", () => {
  const asked: [DiagnosisStatus, string] = ["submitted", "2026-03-03T09:00"];
  expect(seen("2026-03-06T23:59", asked).lateDays).toBe(0);
  expect(seen("2026-03-08T09:00", asked).lateDays).toBe(0);
  expect(seen("2026-03-09T00:01", asked)).toMatchObject({ lateDays: 1, escalatedTo: "city" });
});

test("a promise broken for more than five working days goes to the province", () => {
  expect(seen("2026-03-13T09:00", ["submitted", "2026-03-03T09:00"])).toMatchObject({
    lateDays: 5,
    escalatedTo: "city",
  });
  expect(seen("2026-03-16T09:00", ["submitted", "2026-03-03T09:00"])).toMatchObject({
    lateDays: 6,
    escalatedTo: "province",
  });
});

test("a promise given before the Spring Festival is due after it, make-up days counted", () => {
  const where = seen("2026-02-20T09:00", ["submitted", "2026-02-13T15:00"]);
  expect(where).toMatchObject({ dueOn: "2026-02-25", lateDays: 0, isDueCertain: true });
});

test("the clock stands still while the enterprise owes an answer, and goes on with what was left", () => {
  const asked: [DiagnosisStatus, string][] = [
    ["submitted", "2026-03-02T09:00"],
    ["changes_requested", "2026-03-04T09:00"],
  ];
  expect(seen("2026-03-20T09:00", ...asked)).toMatchObject({
    holder: "enterprise",
    dueOn: null,
    lateDays: 0,
    isPaused: true,
  });
  expect(seen("2026-03-20T09:00", ...asked, ["submitted", "2026-03-19T09:00"]).dueOn).toBe("2026-03-20");
});

test("a promise already broken before the pause is still broken after it", () => {
  const where = seen(
    "2026-03-20T09:00",
    ["submitted", "2026-03-02T09:00"],
    ["changes_requested", "2026-03-09T09:00"],
    ["submitted", "2026-03-19T09:00"],
  );
  expect(where).toMatchObject({ lateDays: 3, escalatedTo: "city" });
});

test("ten working days from the assignment to the visit, whenever it is agreed and whoever comes", () => {
  const where = seen(
    "2026-03-10T09:00",
    ["assigned", "2026-03-03T09:00"],
    ["assigned", "2026-03-05T09:00"],
    ["scheduled", "2026-03-06T09:00"],
    ["scheduled", "2026-03-09T09:00"],
  );
  expect(where).toMatchObject({ holder: "expert", promise: "visit", dueOn: "2026-03-17" });
});

test("one promise covers the report from the visit to its issue; the park holds it while reviewing", () => {
  const where = seen(
    "2026-03-11T09:00",
    ["on_site", "2026-03-03T09:00"],
    ["report_draft", "2026-03-04T09:00"],
    ["report_review", "2026-03-05T09:00"],
  );
  expect(where).toMatchObject({
    holder: "park",
    promise: "report",
    dueOn: "2026-03-10",
    lateDays: 1,
    escalatedTo: "city",
  });
});

test("a late expert is first the park's matter", () => {
  expect(seen("2026-03-11T09:00", ["on_site", "2026-03-03T09:00"])).toMatchObject({
    holder: "expert",
    escalatedTo: "park",
  });
  expect(seen("2026-03-18T09:00", ["on_site", "2026-03-03T09:00"]).escalatedTo).toBe("city");
  expect(seen("2026-03-25T09:00", ["on_site", "2026-03-03T09:00"]).escalatedTo).toBe("province");
  expect(seen("2026-06-25T09:00", ["on_site", "2026-03-03T09:00"]).escalatedTo).toBe("province");
});

test("an unconfirmed report never goes above the park", () => {
  expect(seen("2026-06-25T09:00", ["reported", "2026-03-03T09:00"])).toMatchObject({
    holder: "enterprise",
    escalatedTo: "park",
  });
});

test("a promise long broken is not due earlier for being asked about again after a weekend", () => {
  const answered: [DiagnosisStatus, string][] = [
    ["submitted", "2026-03-02T09:00"],
    ["changes_requested", "2026-03-09T09:00"],
    ["submitted", "2026-03-14T09:00"],
  ];
  const again: [DiagnosisStatus, string][] = [
    ...answered,
    ["changes_requested", "2026-03-16T09:00"],
    ["submitted", "2026-03-16T10:00"],
  ];
  expect(seen("2026-03-14T10:00", ...answered).dueOn).toBe("2026-03-11");
  expect(seen("2026-03-16T11:00", ...again).dueOn).toBe("2026-03-11");
});

test("an objection is the park's to answer within five days, and the confirmation's clock waits for it", () => {
  const objected: [DiagnosisStatus, string][] = [
    ["reported", "2026-03-02T09:00"],
    ["reported", "2026-03-04T09:00"],
  ];
  expect(seen("2026-03-25T09:00", ...objected)).toMatchObject({
    holder: "park",
    isObjected: true,
    promise: "answer",
    dueOn: "2026-03-11",
    lateDays: 10,
    escalatedTo: "province",
  });
  const answered = seen("2026-03-25T09:00", ...objected, ["reported", "2026-03-24T09:00"]);
  expect(answered).toMatchObject({ holder: "enterprise", isObjected: false, dueOn: "2026-03-27" });
});

test("an ended case is nobody's and never late", () => {
  for (const ended of ["closed", "declined", "withdrawn", "cancelled"] as const) {
    expect(seen("2027-03-25T09:00", [ended, "2026-03-02T09:00"])).toMatchObject({
      holder: null,
      dueOn: null,
      lateDays: 0,
    });
  }
});

test("a case whose history is not at hand is counted from the start of its status", () => {
  const clock = { status: "accepted" as const, statusSince: at("2026-03-03T09:00") };
  expect(whereIsIt(clock, [], at("2026-03-04T09:00")).dueOn).toBe("2026-03-05");
});

test("a year whose holidays are not published is counted and says so", () => {
  expect(seen("2098-12-30T09:00", ["assigned", "2098-12-29T09:00"])).toMatchObject({
    isDueCertain: false,
    lateDays: 0,
  });
});

test("late cases come first, the latest on top, then by promised day, then the paused", () => {
  const late = seen("2026-03-20T09:00", ["submitted", "2026-03-03T09:00"]);
  const later = seen("2026-03-20T09:00", ["submitted", "2026-03-02T09:00"]);
  const soon = seen("2026-03-20T09:00", ["submitted", "2026-03-19T09:00"]);
  const paused = seen("2026-03-20T09:00", ["changes_requested", "2026-03-02T09:00"]);
  expect([paused, soon, late, later].sort(byUrgency)).toEqual([later, late, soon, paused]);
});
