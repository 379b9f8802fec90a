import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnosisStatuses, type DiagnosisStatus } from "#db/vocabulary/clinic";
import {
  caseLine,
  diagnosisMoves,
  endedStatuses,
  isEnded,
  isOpen,
  mayAct,
  moveOf,
  movesFrom,
} from "~/domain/clinic/diagnosis-status";

const roles = ["enterprise", "park", "expert", "city", "province"] as const;

function reachableFrom(start: DiagnosisStatus): Set<DiagnosisStatus> {
  const reached = new Set([start]);
  for (const status of reached) for (const move of diagnosisMoves) if (move.from === status) reached.add(move.to);
  return reached;
}

test("every status can be reached from a draft", () => {
  expect([...reachableFrom("draft")].sort()).toEqual([...diagnosisStatuses].sort());
});

test("from every open status a case can still end", () => {
  for (const status of diagnosisStatuses.filter(isOpen)) {
    expect([...reachableFrom(status)].some(isEnded), status).toBe(true);
  }
});

test("nothing leaves an ended case", () => {
  for (const status of endedStatuses) for (const role of roles) expect(movesFrom(status, role)).toEqual([]);
});

test("the steps of the case line follow each other in the table", () => {
  for (const [index, to] of caseLine.slice(1).entries()) {
    expect(
      diagnosisMoves.some((move) => move.from === caseLine[index] && move.to === to),
      to,
    ).toBe(true);
  }
});

test("every negative step carries a reason, every step forward none", () => {
  const negative: readonly DiagnosisStatus[] = ["changes_requested", "declined", "cancelled"];
  for (const { from, to, reasons } of diagnosisMoves) {
    const isNegative =
      negative.includes(to) ||
      (from === "report_review" && to === "report_draft") ||
      (to === "withdrawn" && from !== "draft");
    expect(reasons.length > 0, `${from} → ${to}`).toBe(isNegative);
  }
});

test("a case cannot be cancelled once it is reported, nor withdrawn once the expert is on site", () => {
  for (const role of roles) {
    for (const late of ["reported", "confirmed", "closed"] as const) expect(moveOf(late, "cancelled", role)).toBeNull();
    for (const late of ["on_site", "report_draft", "report_review", "reported"] as const) {
      expect(moveOf(late, "withdrawn", role)).toBeNull();
    }
  }
});

test.each([
  ["submitted", "accepted", "park"],
  ["changes_requested", "submitted", "enterprise"],
  ["accepted", "assigned", "park"],
  ["scheduled", "on_site", "expert"],
  ["report_review", "reported", "park"],
  ["reported", "confirmed", "enterprise"],
  ["submitted", "cancelled", "province"],
] as const)("%s → %s is for %s alone", (from, to, only) => {
  expect(roles.filter((role) => moveOf(from, to, role) !== null)).toEqual([only]);
});

test("acts that stay in a status belong to the ones concerned", () => {
  expect(mayAct("reassign", "scheduled", "park")).toBe(true);
  expect(mayAct("reassign", "report_draft", "park")).toBe(true);
  expect(mayAct("reassign", "report_review", "park")).toBe(false);
  expect(mayAct("remind", "accepted", "expert")).toBe(false);
  expect(mayAct("object", "reported", "park")).toBe(false);
  expect(mayAct("answer_objection", "reported", "park")).toBe(true);
});

test("however people walk, a case ends at most once and its report is issued only after a review", () => {
  const walk = fc.array(fc.record({ role: fc.constantFrom(...roles), pick: fc.nat(20) }), { maxLength: 60 });
  fc.assert(
    fc.property(walk, (steps) => {
      let status: DiagnosisStatus = "draft";
      const passed: DiagnosisStatus[] = [status];
      for (const { role, pick } of steps) {
        const open = movesFrom(status, role);
        const move = open[pick % Math.max(open.length, 1)];
        if (!move) continue;
        expect(isEnded(status)).toBe(false);
        status = move.to;
        passed.push(status);
      }
      if (passed.includes("reported")) expect(passed[passed.indexOf("reported") - 1]).toBe("report_review");
      if (passed.includes("accepted")) expect(passed.indexOf("submitted")).toBeLessThan(passed.indexOf("accepted"));
      expect(passed.filter(isEnded).length).toBeLessThanOrEqual(1);
    }),
  );
});
