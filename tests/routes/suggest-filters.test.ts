/** Where a suggestion leads from a list that is filtered already (public/suggest.js). */
import { beforeAll, expect, test, vi } from "vitest";

type WithChosen = (href: string, filters: [string, string][], ticked: string[]) => string;
let withChosen: WithChosen;

beforeAll(async () => {
  vi.stubGlobal("document", { querySelectorAll: () => [] });
  ({ withChosen } = await import("../../public/suggest.js"));
  vi.unstubAllGlobals();
});

const TICKED = ["scenario", "deploy", "industry", "ai"];

test.each([
  ["a scenario joins", "/solutions?scenario=equipment", "scenario=planning&deploy=saas&scenario=equipment"],
  ["what is ticked stays once", "/solutions?scenario=planning", "deploy=saas&scenario=planning"],
  ["an industry comes beside", "/solutions?industry=C36", "scenario=planning&deploy=saas&industry=C36"],
  ["a need is searched for in the same list", "/solutions?q=MES", "scenario=planning&deploy=saas&q=MES"],
])("%s", (_what, href, query) => {
  const filters: [string, string][] = [
    ["q", "设"],
    ["scenario", "planning"],
    ["deploy", "saas"],
    ["price_max", ""],
  ];
  expect(withChosen(href, filters, TICKED)).toBe(`/solutions?${query}`);
});

test("one of many takes the place of another; order, page size and limits stay", () => {
  const filters: [string, string][] = [
    ["sort", "newest"],
    ["per", "50"],
    ["park", "ganzhou-etdz"],
    ["days_max", "60"],
  ];
  expect(withChosen("/solutions?park=nanchang-etdz", filters, TICKED)).toBe(
    "/solutions?sort=newest&per=50&days_max=60&park=nanchang-etdz",
  );
});

test("a scenario that was said not to be meant is meant again; another stays out", () => {
  const filters: [string, string][] = [
    ["without", "equipment"],
    ["without", "quality"],
  ];
  expect(withChosen("/solutions?scenario=equipment", filters, TICKED)).toBe(
    "/solutions?without=quality&scenario=equipment",
  );
});
