/** Random listings and needs over a small made-up world. */
import fc from "fast-check";
import { deployments, priceModels } from "#db/vocabulary/catalogue";
import { listing, need, place } from "./listing";

const scenarios = ["planning", "quality", "hr", "finance", "f_network"];
const fen = fc.option(fc.nat(30_000_000));
const days = fc.option(fc.integer({ min: 1, max: 400 }));
const level = fc.option(fc.integer({ min: 0, max: 4 }));

export const arbListing = fc
  .record({
    id: fc.nat(1_000_000).map((no) => `sol_${no}`),
    providerId: fc.constantFrom("org_a", "org_b", "org_c", "org_d"),
    industries: fc.subarray(["C", "C36", "C3670", "C13", "C39"]),
    scenarios: fc.shuffledSubarray(scenarios, { minLength: 1 }),
    parks: fc.subarray(["park-one", "park-two"]),
    regions: fc.subarray(["360100", "360000", "360900"]),
    deployment: fc.subarray([...deployments]),
    priceModel: fc.constantFrom(...priceModels),
    priceMinFen: fen,
    deployDays: days,
    levelFrom: level,
    levelTo: level,
    acceptedProjects: fc.nat(20),
    medianDays: days,
    quality: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map((differs) => listing(differs));

export const arbNeed = fc
  .record({
    industryCode: fc.constantFrom("C3670", "C1311", "C36", null),
    place: fc.constantFrom(place, { ...place, parkSlug: null }, null),
    gaps: fc.dictionary(fc.constantFrom(...scenarios), fc.double({ min: 0.01, max: 1, noNaN: true })),
    budgetFen: fen,
    daysMax: days,
    level,
  })
  .map((differs) => need(differs));

/** Listings with distinct ids. */
export const arbCatalogue = fc.uniqueArray(arbListing, { selector: ({ id }) => id, maxLength: 40 });
