import { expect, test } from "vitest";
import { industryNamed, listingParams, parseListingQuery } from "~/domain/catalogue/listing-query";
import { withQuery } from "~/paths";

const known = {
  industries: new Set(["C36", "C307"]),
  scenarios: new Set(["planning", "quality"]),
  parks: new Set(["a-park", "b-park"]),
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

test("an industry is named with or without its letter, and nothing names none", () => {
  const industries = new Set(["C", "C36"]);
  expect(["C36", "c36", "36", "", "99"].map((typed) => industryNamed(typed, industries))).toEqual([
    "C36",
    "C36",
    "C36",
    null,
    null,
  ]);
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
  ["park=a-park&park=b-park", [{ name: "park", value: "b-park" }]],
  ["sort=newest&sort=cheapest", [{ name: "sort", value: "cheapest" }]],
  ["q=MES&q=MES&q=&q=排产", [{ name: "q", value: "排产" }]],
  ["after=abcdefgh&after=ijklmnop", [{ name: "after", value: "ijklmnop" }]],
  ["after=no%20cursor", [{ name: "after", value: "no cursor" }]],
  ["scenario=magic&scenario=magic", [{ name: "scenario", value: "magic" }]],
  [`q=${"排".repeat(200)}产线`, [{ name: "q", value: "产线" }]],
  [`park=${"x".repeat(59)}😀😀`, [{ name: "park", value: `${"x".repeat(59)}😀` }]],
  [`park=x${"😀".repeat(80)}`, [{ name: "park", value: `x${"😀".repeat(59)}` }]],
  [`provider=${"x".repeat(5000)}`, [{ name: "provider", value: "x".repeat(60) }]],
])("%s is left out and named", (params, expected) => {
  expect(parse(params).ignored).toEqual(expected);
});

test("full-width figures and separators are read", () => {
  expect(
    parse(`price_max=${encodeURIComponent("５,０００")}&days_max=${encodeURIComponent("３０")}`).query,
  ).toMatchObject({ priceMaxYuan: 5000, daysMax: 30 });
});

test("at most fifty different values are considered", () => {
  const params = Array.from({ length: 80 }, (_, no) => `scenario=s${no}`).join("&");
  const { query, ignored } = parse(`scenario=planning&${params}&deploy=saas&after=abcdefgh`);
  expect([query.scenario, query.deploy, query.after]).toEqual([["planning"], [], "abcdefgh"]);
  expect(ignored).toHaveLength(81);
});

test("a value given again and again counts once, and nothing needs to be said of it", () => {
  const params = Array.from({ length: 300 }, () => "scenario=planning&park=a-park").join("&");
  const { query, ignored } = parse(`${params}&deploy=saas`);
  expect([query.scenario, query.park, query.deploy, ignored]).toEqual([["planning"], "a-park", ["saas"], []]);
});

test("a text is cut between characters, never inside one", () => {
  const { query, ignored } = parse(`q=${"😀".repeat(150)}${"😎".repeat(100)}`);
  expect(query.q).toBe("😀".repeat(150) + "😎".repeat(50));
  expect(ignored).toEqual([{ name: "q", value: "😎".repeat(50) }]);
});

test("values of closed lists are known in any case, an industry without its letter, and links say them as listed", () => {
  const { query, ignored } = parse(
    "industry=36&industry=c307&park=A-Park&deploy=SaaS&sort=NEWEST&scenario=Planning&industry=%EF%BC%93%EF%BC%96",
  );
  expect(ignored).toEqual([]);
  expect(withQuery("", listingParams(query)).slice(1)).toBe(
    "scenario=planning&industry=C36&industry=C307&deploy=saas&park=a-park&sort=newest",
  );
});
