/** app/routes.ts is the table of contents: every URL is there once, has its function in paths.ts, and its file. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { paths } from "~/paths";
import routes from "~/routes";
import { filesUnder } from "../world/sources";

/** "/solutions/:slug" and "/solutions/:" name the same address. */
const inRoutes = routes.flatMap(({ path, file }) => (path === undefined ? [] : [{ path, file }]));
const shapes = inRoutes.map(({ path }) => path.replace(/:\w+/g, ":")).filter((path) => !path.endsWith("*"));

type Address = { name: string; shape: string };

function addressesOf(group: object, prefix = ""): Address[] {
  return Object.entries(group).flatMap(([name, entry]) =>
    typeof entry === "function" ? [{ name: prefix + name, shape: shapeOf(entry) }] : addressesOf(entry, `${name}.`),
  );
}

/** What a function of paths.ts answers, its parameters marked and its query left out. */
function shapeOf(address: (...values: string[]) => string): string {
  const [path = ""] = address("{}", "{}", "{}").split("?");
  return path.replaceAll(encodeURIComponent("{}"), ":");
}

describe("the table of contents", () => {
  test("names no URL twice", () => {
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
  });

  test("names files that exist, and leaves no page out", () => {
    const files = inRoutes.map(({ file }) => `app/${file}`);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const pages = filesUnder("app/routes").filter((file) => !file.includes("/shells/"));
    expect(pages.filter((file) => !files.includes(file))).toEqual([]);
  });
});

describe("paths.ts", () => {
  const addresses = addressesOf(paths);

  test("has a function for every URL", () => {
    const named = new Set(addresses.map(({ shape }) => shape));
    expect(shapes.filter((shape) => !named.has(shape))).toEqual([]);
  });

  test("has no function without a URL", () => {
    expect(addresses.filter(({ shape }) => !shapes.includes(shape))).toEqual([]);
  });
});
