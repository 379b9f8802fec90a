import { expect, test } from "vitest";
import { gapsOfStanding } from "~/domain/matching/need";
import { toldReasons } from "~/domain/matching/reasons";
import { judge } from "~/domain/matching/score";
import { listing, need } from "./listing";

test("targets are one level above the enterprise, and the largest gap counts 1", () => {
  const gaps = gapsOfStanding({ level: 1, score: 40, scenarioLevels: { planning: 0, quality: 1, hr: 2 } }, [
    "f_network",
  ]);
  expect(gaps).toEqual({ planning: 1, quality: 0.5, f_network: 0.3 });
});

test("when no scenario is below the target, the next level of each is wanted", () => {
  const gaps = gapsOfStanding({ level: 0, score: 100, scenarioLevels: { planning: 2, quality: 3, hr: 4 } }, [
    "f_network",
  ]);
  expect(gaps).toEqual({ planning: 1, quality: 1 });
});

test("at the top nothing is missing", () => {
  expect(gapsOfStanding({ level: 4, score: 100, scenarioLevels: { planning: 4 } }, [])).toEqual({});
});

test("at most three reasons are told, strongest first, and none that rests on nothing known", () => {
  const known = judge(listing({ industries: ["C36"], parks: ["park-one"], acceptedProjects: 4 }), need());
  expect(toldReasons(known.reasons).map(({ code }) => code)).toEqual(["fit", "industry", "price"]);
  const vague = judge(listing({ priceMinFen: null, deployDays: null }), need({ gaps: {} }));
  expect(toldReasons(vague.reasons)).toEqual([]);
});

test("what is missing is no reason", () => {
  const dear = judge(listing({ priceMinFen: 11_000_000, deployDays: 40 }), need({ daysMax: 30 }));
  expect(toldReasons(dear.reasons).map(({ code }) => code)).toEqual(["fit"]);
});
