import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { catalogueChange } from "#db/schema/catalogue.server";
import { markEverythingChanged } from "~/domain/catalogue/changes.server";
import { record } from "~/domain/journal/journal.server";
import { addressOf, clockOf, cookieUse, gradeOf, OWN, readerOf } from "~/http/page-cache";
import { visitorPages } from "~/http/page-cache.server";
import { connections, store } from "~/store.server";

const { readVersion, versionOf, viewOf, learnView } = visitorPages;

beforeAll(() => {
  migrateDatabase(connections().writer);
});

describe("which pages are kept", () => {
  test.each([
    ["/", "public"],
    ["/solutions", "catalogue"],
    ["/solutions/compare", "catalogue"],
    ["/solutions/aps-01", "catalogue"],
    ["/providers/xiaolan", "catalogue"],
    ["/events/evt_1", "everything"],
    ["/insight", "everything"],
    ["/match", null],
    ["/login", null],
    ["/assessment/result", null],
    ["/enterprise", null],
    ["/solutions/a/b", null],
  ])("%s: %s", (path, grade) => {
    expect(gradeOf(path, "zh-CN auto")).toBe(grade);
  });

  test("a reader's own page of the catalogue holds until any commit", () => {
    expect(gradeOf("/solutions", `${OWN}abc`)).toBe("everything");
    expect(gradeOf("/enterprise", `${OWN}abc`)).toBeNull();
  });

  test("a comparison offers a reader their own favourites: only visitors share it", () => {
    expect(gradeOf("/solutions/compare", "zh-CN auto")).toBe("catalogue");
    expect(gradeOf("/solutions/compare", `${OWN}abc`)).toBeNull();
  });

  test.each([
    ["/?utm_source=a", "/"],
    ["/solutions?x=1", "/solutions"],
    [
      "/solutions?x=1&q=%E6%8E%92+a&scenario=a&scenario=b&price_max=&after=c",
      "/solutions?q=%E6%8E%92+a&scenario=a&scenario=b&price_max=&after=c",
    ],
    ["/solutions/aps-01?q=1", "/solutions/aps-01"],
    ["/solutions/compare?slug=a&only=b", "/solutions/compare?slug=a&only=b"],
    ["/events?kind=a", "/events?kind=a"],
  ])("%s is kept as %s", (asked, kept) => {
    expect(addressOf(asked)).toBe(kept);
  });

  test("what is shared is drawn without anything that tells whose it is", async () => {
    const headers = { Cookie: "session=abc; lang=x; favourites=s-1;theme=y; flash=z", "Accept-Language": "en" };
    const asked = visitorPages.asVisitor(new Request("http://a.test/solutions?q=1&x=2", { headers }), "/solutions?q=1");
    expect(asked.url).toBe("http://a.test/solutions?q=1");
    expect(
      asked.headers
        .get("Cookie")
        ?.split(/; ?/)
        .map((pair) => pair.trim()),
    ).toEqual(["lang=x", "theme=y"]);
    expect(asked.headers.get("Accept-Language")).toBe("en");
  });
});

describe("who gets them", () => {
  test.each([
    ["", "visitor"],
    ["lang=abc; theme=def", "visitor"],
    ["_ga=GA1.1; other=session=1", "visitor"],
    ["session=abc", "own"],
    ["lang=abc;session=abc", "own"],
    ["theme=x; flash=abc", "moment"],
    ["session=abc; flash=abc", "moment"],
    ["favourites=aps-01.mes-02", "own"],
    [" session =abc", "own"],
  ])("%s: %s", (cookies, reader) => {
    expect(readerOf(cookies)).toBe(reader);
  });

  test("every cookie the app reads has been thought about", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => [name, readFileSync(`app/${name}`, "utf8")] as const);
    const created = files.flatMap(([, text]) =>
      [...text.matchAll(/createCookie\(\s*"(\w+)"/g)].map(([, name]) => name),
    );
    expect(created).toContain("flash");
    expect(created.filter((name) => name === undefined || !(name in cookieUse))).toEqual([]);
    // Those that read the header themselves: a new one names its cookie in page-cache.ts, and then stands here.
    const readers = files.filter(([, text]) => /headers\.get\("cookie"\)/i.test(text)).map(([name]) => name);
    expect(readers.sort()).toEqual([
      "http/favourites.server.ts",
      "http/field-device.server.ts",
      "http/flash.server.ts",
      "http/guards.server.ts",
      "http/locale.server.ts",
      "http/page-cache.server.ts",
      "http/visitor-answers.server.ts",
    ]);
  });

  test("language and theme make another copy, and are read once", async () => {
    const headers = { "Accept-Language": "en-GB,en;q=0.9" };
    expect(viewOf(undefined, headers["Accept-Language"])).toBeUndefined();
    expect(await learnView(new Request("http://a.test/", { headers }))).toBe("en auto");
    expect(viewOf(undefined, headers["Accept-Language"])).toBe("en auto");
    expect(await learnView(new Request("http://a.test/"))).toBe("zh-CN auto");
    const signedIn = await learnView(new Request("http://a.test/", { headers: { Cookie: "session=abc" } }));
    expect(signedIn).toMatch(new RegExp(`^${OWN}[\\w-]{43} zh-CN auto$`));
    expect(await learnView(new Request("http://a.test/", { headers: { Cookie: "flash=abc" } }))).toBeNull();
  });
});

describe("how new they must be", () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  test("a page of the catalogue holds until something it draws changed", async () => {
    const first = await readVersion("catalogue");
    await store().write((tx) =>
      record(tx, null, { action: "password.changed", subject: { kind: "user", id: "usr_1" } }),
    );
    await turn();
    expect(versionOf("catalogue")).toBeNull();
    expect(await readVersion("catalogue")).toBe(first);
    expect(versionOf("catalogue")).toBe(first);

    for (const kind of ["solution", "complaint"]) {
      await store().write((tx) => record(tx, null, { action: `${kind}.edited`, subject: { kind, id: "x_1" } }));
      expect(await readVersion("catalogue")).toBe(first);
    }

    await store().write((tx) => markEverythingChanged(tx));
    await turn();
    expect(versionOf("catalogue")).toBeNull();
    const second = await readVersion("catalogue");
    expect(second).not.toBe(first);

    await store().write((tx) =>
      record(tx, null, { action: "provider.edited", subject: { kind: "provider", id: "org_1" } }),
    );
    expect(await readVersion("catalogue")).not.toBe(second);
  });

  test("other public pages hold until anything is committed", async () => {
    const first = await readVersion("everything");
    await turn();
    expect(versionOf("everything")).toBe(first);
    await store().write((tx) =>
      record(tx, null, { action: "password.changed", subject: { kind: "user", id: "usr_1" } }),
    );
    await turn();
    expect(versionOf("everything")).not.toBe(first);
  });

  test("what was rolled back changed nothing", async () => {
    const before = await readVersion("catalogue");
    const failed = store().write(async (tx) => {
      await tx.insert(catalogueChange).values({ no: null, mark: "cat_lost" });
      throw new Error("refused");
    });
    await expect(failed).rejects.toThrow("refused");
    expect(await readVersion("catalogue")).toBe(before);
  });

  test("the catalogue's day begins at midnight in the province; other pages' clock is the minute", () => {
    const midnight = Date.parse("2026-03-05T00:00:00+08:00");
    expect(clockOf("catalogue", midnight)).toBe(clockOf("catalogue", midnight - 1) + 1);
    expect(clockOf("catalogue", midnight + 23 * 3_600_000)).toBe(clockOf("catalogue", midnight));
    expect(clockOf("public", midnight + 60_000)).toBe(clockOf("public", midnight) + 1);
    expect(clockOf("everything", midnight + 60_000)).toBe(clockOf("everything", midnight) + 1);
  });
});
