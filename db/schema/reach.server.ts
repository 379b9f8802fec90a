/** How often solutions were seen: sums by day, no person among them. */
import { index, int, primaryKey, table, text } from "../kit.server";
import { solution } from "./catalogue.server";

export const solutionReach = table(
  "solution_reach",
  {
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    /** YYYY-MM-DD in Shanghai. */
    day: text().notNull(),
    /** Its page was read. */
    views: int().notNull().default(0),
    /** It stood on a page of a list. */
    shown: int().notNull().default(0),
    /** It was among an enterprise's matches. */
    matches: int().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.solutionId, t.day] }), index("solution_reach_by_day").on(t.day)],
);

/** What was searched when a solution was shown, by week. */
export const searchReach = table(
  "search_reach",
  {
    solutionId: text()
      .notNull()
      .references(() => solution.id),
    /** Monday of the week, YYYY-MM-DD in Shanghai. */
    week: text().notNull(),
    /** Folded. */
    query: text().notNull(),
    times: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.solutionId, t.week, t.query] }), index("search_reach_by_week").on(t.week)],
);
