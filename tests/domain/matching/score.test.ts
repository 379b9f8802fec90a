import fc from "fast-check";
import { expect, test } from "vitest";
import { answersNeed } from "~/domain/matching/candidate";
import { judge } from "~/domain/matching/score";
import { listing, need } from "./listing";
import { arbListing, arbNeed } from "./arbitraries";

test("the score is the sum of the shown parts, in whole points of 100", () => {
  fc.assert(
    fc.property(arbListing, arbNeed, (solution, wanted) => {
      const { score, reasons } = judge(solution, wanted);
      expect(reasons.map(({ code }) => code)).toEqual(["fit", "industry", "price", "speed", "locality", "quality"]);
      expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
      expect(reasons.reduce((sum, { weight, value }) => sum + weight * value, 0)).toBeCloseTo(score / 100, 9);
      for (const { points, of } of reasons) expect(points >= 0 && points <= of).toBe(true);
    }),
  );
});

test("a cheaper listing never scores lower", () => {
  fc.assert(
    fc.property(arbListing, arbNeed, fc.nat(20_000_000), fc.nat(20_000_000), (solution, wanted, one, other) => {
      const cheap = judge({ ...solution, priceMinFen: Math.min(one, other) }, wanted);
      const dear = judge({ ...solution, priceMinFen: Math.max(one, other) }, wanted);
      expect(cheap.score).toBeGreaterThanOrEqual(dear.score);
    }),
  );
});

test("a faster listing never scores lower, measured or declared", () => {
  fc.assert(
    fc.property(
      arbListing,
      arbNeed,
      fc.nat(400),
      fc.nat(400),
      fc.boolean(),
      (solution, wanted, one, other, isMeasured) => {
        const within = (days: number) =>
          judge(
            isMeasured ? { ...solution, medianDays: days } : { ...solution, medianDays: null, deployDays: days },
            wanted,
          );
        expect(within(Math.min(one, other)).score).toBeGreaterThanOrEqual(within(Math.max(one, other)).score);
      },
    ),
  );
});

test("a listing with more accepted projects never scores lower at the same days", () => {
  fc.assert(
    fc.property(arbListing, arbNeed, fc.nat(30), fc.nat(30), (solution, wanted, one, other) => {
      const proven = (acceptedProjects: number) =>
        judge({ ...solution, medianDays: null, acceptedProjects }, wanted).score;
      expect(proven(Math.max(one, other))).toBeGreaterThanOrEqual(proven(Math.min(one, other)));
    }),
  );
});

test("measured days outrank declared ones and say so", () => {
  const speed = judge(listing({ deployDays: 7, acceptedProjects: 2, medianDays: 45 }), need()).reasons.find(
    ({ code }) => code === "speed",
  );
  expect(speed).toMatchObject({ days: 45, isMeasured: true });
});

test("fit takes the best answered scenario and names it, with the others answered", () => {
  const fit = judge(listing({ scenarios: ["quality", "planning", "hr"] }), need()).reasons[0];
  // Gains .5, .6 and 0 of strengths 1, .6, .6: 0.6 × 0.6 + 0.4 × 1.1 / 2.2 = 0.56.
  expect(fit).toMatchObject({ code: "fit", scenario: "planning", others: ["quality"], points: Math.round(60 * 0.56) });
});

test("tagging everything does not pay", () => {
  const precise = judge(listing({ scenarios: ["planning"] }), need()).score;
  const everything = judge(listing({ scenarios: ["planning", "hr", "finance", "energy", "safety"] }), need()).score;
  expect(precise).toBeGreaterThan(everything);
});

test("a listing for other levels fits less, further away even less", () => {
  const at = (levelFrom: number) => judge(listing({ levelFrom, levelTo: 4 }), need({ level: 1 })).score;
  expect(at(1)).toBeGreaterThan(at(2));
  expect(at(2)).toBeGreaterThan(at(3));
  expect(at(3)).toBe(at(4));
});

test("a listing that acts on nothing lacking answers no need", () => {
  expect(answersNeed(listing({ scenarios: ["hr"] }), need().gaps)).toBe(false);
  expect(answersNeed(listing({ scenarios: ["hr"] }), {})).toBe(true);
});

test.each([
  [["C3670"], 12],
  [["C36"], 12],
  [[], 7],
  [["C"], 7],
  [["C13"], 0],
])("industries %j give %i points to a maker of car parts", (industries, points) => {
  expect(judge(listing({ industries }), need()).reasons[1]).toMatchObject({ code: "industry", points });
});

test.each([
  [["park-one"], [], "park", 3],
  [[], ["360121"], "county", 3],
  [[], ["360100"], "prefecture", 2],
  [[], ["360000"], "province", 2],
  [[], [], "everywhere", 2],
])("parks %j and regions %j reach the enterprise through its %s", (parks, regions, scope, points) => {
  expect(judge(listing({ parks, regions }), need()).reasons[4]).toMatchObject({ code: "locality", scope, points });
});
