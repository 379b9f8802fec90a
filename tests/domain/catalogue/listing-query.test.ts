import { expect, test } from "vitest";
import { listingParams, parseListingQuery } from "~/domain/catalogue/listing-query";
import { withQuery } from "~/paths";

const known = {
  industries: new Set(["C36", "C307"]),
  scenarios: new Set(["planning", "quality"]),
  parks: new Set(["a-park"]),
  regions: new Set(["360100"]),
  providers: new Set(["a-provider"]),
};
const parse = (params: string) => parseListingQuery(new URLSearchParams(params), known);

test("everything at once reads back as it was written", () => {
  const params =
    "q=%E6%8E%92%E4%BA%A7&scenario=planning&scenario=quality&industry=C36&deploy=saas&park=a-park&region=360100&price_max=5000.5&days_max=30&provider=a-provider&ai=1&sort=newest&per=50";
  const { query, ignored } = parse(params);
  expect(ignored).toEqual([]);
  expect(withQuery("", listingParams(query)).slice(1)).toBe(params);
});

test("empty fields of a form are no choice and need no note", () => {
  expect(parse("q=&industry=&park=&price_max=&sort=&per=&after=")).toEqual(parse(""));
});

test.each([
  ["industry=X99", [{ name: "industry", value: "X99" }]],
  ["scenario=planning&scenario=magic", [{ name: "scenario", value: "magic" }]],
  ["deploy=cloud", [{ name: "deploy", value: "cloud" }]],
  [
    "park=nowhere&region=1",
    [
      { name: "park", value: "nowhere" },
      { name: "region", value: "1" },
    ],
  ],
  ["price_max=-1", [{ name: "price_max", value: "-1" }]],
  ["price_max=1e9", [{ name: "price_max", value: "1e9" }]],
  ["days_max=soon", [{ name: "days_max", value: "soon" }]],
  ["sort=best", [{ name: "sort", value: "best" }]],
  ["per=1000000", [{ name: "per", value: "1000000" }]],
  ["ai=yes", [{ name: "ai", value: "yes" }]],
  ["park=a-park&park=a-park", [{ name: "park", value: "a-park" }]],
  [`provider=${"x".repeat(5000)}`, [{ name: "provider", value: "x".repeat(60) }]],
])("%s is left out and named", (params, expected) => {
  expect(parse(params).ignored).toEqual(expected);
});

test("full-width figures and separators are read", () => {
  expect(
    parse(`price_max=${encodeURIComponent("５,０００")}&days_max=${encodeURIComponent("３０")}`).query,
  ).toMatchObject({ priceMaxYuan: 5000, daysMax: 30 });
});

test("at most fifty values are considered", () => {
  const params = Array.from({ length: 80 }, () => "scenario=planning").join("&");
  const { query, ignored } = parse(`${params}&deploy=saas`);
  expect(query.scenario).toEqual(["planning"]);
  expect(query.deploy).toEqual([]);
  expect(ignored).toHaveLength(31);
});
