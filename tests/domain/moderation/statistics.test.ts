import { expect, test } from "vitest";
import { medianOf, statisticsOf, type DecidedRow } from "~/domain/moderation/statistics";

let at = 0;
const row = (by: string, decision: DecidedRow["decision"], subjectId: string, days: number | null = 2): DecidedRow => ({
  ...{ decision, subjectId, days, byUserId: by, by: `名${by}`, subjectKind: "solution" },
  ...{ at: ++at, month: at < 4 ? "2026-02" : "2026-03" },
});

test("each moderator's decisions, median days, returned share and what others took back", () => {
  const { moderators, months } = statisticsOf(
    [
      row("a", "approved", "1", 1),
      row("a", "changes_requested", "2", 4),
      row("b", "suspended", "1", null),
      row("a", "restored", "1", null),
      row("a", "approved", "3", 2),
      row("a", "suspended", "3", null),
    ],
    ["2026-01", "2026-02", "2026-03"],
  );
  expect(moderators).toEqual([
    { userId: "a", name: "名a", decided: 5, medianDays: 2, returned: 1, handedIn: 3, overturned: 1 },
    { userId: "b", name: "名b", decided: 1, medianDays: null, returned: 0, handedIn: 0, overturned: 1 },
  ]);
  expect(months).toEqual([
    { month: "2026-01", decided: 0, returned: 0, medianDays: null },
    { month: "2026-02", decided: 3, returned: 1, medianDays: 2.5 },
    { month: "2026-03", decided: 3, returned: 0, medianDays: 2 },
  ]);
});

test.each([
  [[], null],
  [[3], 3],
  [[1, 4], 2.5],
  [[9, 1, 5], 5],
])("the median of %j is %s", (values, median) => {
  expect(medianOf(values)).toBe(median);
});
