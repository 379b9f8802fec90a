/** The arrows of the architecture, read from the imports themselves. A failure names the file and what it may not do. */
import { expect, test } from "vitest";
import { sourcesUnder, type Import } from "./world/sources";

const sources = sourcesUnder("app", "db", "server", "cli");
const imports = sources.flatMap((source) => source.imports);
const own = imports.filter((i) => !i.isPackage);

/** First match wins. */
const LAYERS = [
  ["contents", /^app\/(root|entry\.\w+|routes|application\.server)\.tsx?$/],
  ["routes", /^app\/routes\//],
  ["jobs", /^app\/jobs\//],
  ["http", /^app\/http\//],
  ["domain", /^app\/domain\//],
  ["components", /^app\/components\//],
  ["formatter", /^app\/i18n\/format\.ts$/],
  ["i18n", /^app\/i18n\//],
  ["field-kit", /^app\/field-kit\//],
  ["styles", /^app\/styles\//],
  ["paths", /^app\/paths\.ts$/],
  ["store", /^app\/store\.server\.ts$/],
  ["ground", /^app\/(env|log)\.server\.ts$/],
  ["vocabulary", /^db\/vocabulary\//],
  ["schema", /^db\/(schema\/|schema\.server)/],
  ["db", /^db\//],
  ["server", /^server\//],
  ["cli", /^cli\//],
  ["configuration", /^remix\.config\.js$/],
] as const satisfies readonly (readonly [string, RegExp])[];

type Layer = (typeof LAYERS)[number][0];

const MEMORY: Layer[] = ["db", "schema", "vocabulary"];
const INSIDE: Layer[] = ["domain", ...MEMORY, "store", "ground", "formatter"];
const SAID: Layer[] = ["i18n", "formatter", "paths"];

/** What each layer may import. */
const ARROWS: Record<Layer, readonly Layer[]> = {
  contents: ["contents", "jobs", "http", "components", "styles", "configuration", ...INSIDE, ...SAID],
  routes: ["routes", "http", "components", ...INSIDE, ...SAID],
  jobs: ["jobs", ...INSIDE, ...SAID],
  http: ["http", ...INSIDE, ...SAID],
  // paths: a notice says where to read on.
  domain: ["domain", ...MEMORY, "ground", "formatter", "paths"],
  components: ["components", "domain", "vocabulary", ...SAID],
  i18n: ["i18n", "formatter", "vocabulary", "domain"],
  formatter: ["vocabulary"],
  // A bundle of its own for the browser, beside the pages.
  "field-kit": ["field-kit", "components", "domain", "vocabulary", ...SAID],
  styles: ["styles"],
  paths: ["vocabulary"],
  store: ["db", "ground"],
  ground: ["ground"],
  vocabulary: ["vocabulary"],
  schema: ["schema", "db", "vocabulary"],
  db: MEMORY,
  server: ["server", "contents"],
  cli: ["cli", "server", ...INSIDE, ...SAID],
  configuration: [],
};

/** Arrows that break the table, each with its reason. */
const EXCEPTIONS: readonly (readonly [from: RegExp, to: RegExp, why: string])[] = [
  [
    /^app\/domain\/(notices|identity)\/(notices|invitations|password-reset)\.server\.ts$/,
    /^app\/i18n\/(translator\.server|zh-CN\/notices)\.ts$/,
    "a mail is written in the reader's language when it is sent",
  ],
  [
    /^app\/domain\/identity\/sessions\.server\.ts$/,
    /^app\/store\.server\.ts$/,
    "Lucia calls its adapter without a Reader",
  ],
];

function layerOf(file: string): Layer | null {
  return LAYERS.find(([, pattern]) => pattern.test(file))?.[0] ?? null;
}

function isExcepted({ from, to }: Import): boolean {
  return EXCEPTIONS.some(([file, target]) => file.test(from) && target.test(to));
}

function named(list: readonly Import[]): string[] {
  return list.map(({ from, to }) => `${from} → ${to}`);
}

test("every file belongs to a layer, and every import finds its file", () => {
  const files = [...sources.map((source) => source.file), ...own.map((i) => i.to)];
  const known = files.filter((file) => layerOf(file) === null && !file.startsWith("db/reference/"));
  expect([...new Set(known)]).toEqual([]);
});

test("no arrow points upwards between layers", () => {
  const wrong = own.filter((i) => {
    const [from, to] = [layerOf(i.from), layerOf(i.to)];
    return from !== null && to !== null && !ARROWS[from].includes(to) && !isExcepted(i);
  });
  expect(named(wrong)).toEqual([]);
});

const SUPPORT = ["journal", "notices", "files", "search"];
/** From the ground up; areas on one line do not know each other. */
const AREAS = [
  SUPPORT,
  ["identity"],
  ["scenarios"],
  ["assessment"],
  ["catalogue", "clinic", "events"],
  ["matching"],
  ["projects", "alerts"],
  ["moderation", "effects"],
  ["insight", "supervision"],
];

function areaOf(file: string): string | null {
  return /^app\/domain\/([^/]+)\//.exec(file)?.[1] ?? null;
}

test("every area of the domain is known", () => {
  const areas = new Set(sources.flatMap(({ file }) => areaOf(file) ?? []));
  expect([...areas].filter((area) => !AREAS.flat().includes(area))).toEqual([]);
});

test("an area of the domain imports only areas below it", () => {
  const rank = (area: string) => AREAS.findIndex((line) => line.includes(area));
  const wrong = own.filter((i) => {
    const [from, to] = [areaOf(i.from), areaOf(i.to)];
    return from !== null && to !== null && from !== to && rank(to) >= rank(from);
  });
  expect(named(wrong)).toEqual([]);
});

test("what all areas share knows none of them", () => {
  const isShared = (file: string) => /^app\/domain\/[^/]+$/.test(file);
  expect(named(own.filter((i) => isShared(i.from) && areaOf(i.to) !== null))).toEqual([]);
});

test("no file outside the server loads one that must never reach the browser", () => {
  const isServer = (file: string) => /\.server\.tsx?$/.test(file);
  const reachesBrowser = (file: string) =>
    /^(components|domain|field-kit|i18n|formatter|paths|vocabulary)$/.test(layerOf(file) ?? "");
  const wrong = own.filter((i) => !i.isTypeOnly && reachesBrowser(i.from) && !isServer(i.from) && isServer(i.to));
  expect(named(wrong)).toEqual([]);
});

test("a file of the domain that uses Node or the database is named .server", () => {
  const serverOnly = /^(node:|drizzle-orm|better-sqlite3|lucia|@node-rs\/|nodemailer|pino|csv-parse|@remix-run\/)/;
  const wrong = imports.filter(
    (i) =>
      layerOf(i.from) === "domain" &&
      !i.from.endsWith(".server.ts") &&
      !i.isTypeOnly &&
      i.isPackage &&
      serverOnly.test(i.to),
  );
  expect(named(wrong)).toEqual([]);
});

test("the domain knows neither React nor Remix", () => {
  const web = /^(react|react-dom|@remix-run\/.*|hono.*|@hono\/.*)$/;
  expect(named(imports.filter((i) => layerOf(i.from) === "domain" && web.test(i.to)))).toEqual([]);
});

test("the engine's own words stay inside db", () => {
  const wrong = imports.filter((i) => i.to.startsWith("drizzle-orm/sqlite-core") && !i.from.startsWith("db/"));
  expect(named(wrong)).toEqual([]);
});

test("Lucia is named in one file", () => {
  const files = imports.filter((i) => i.to === "lucia" || i.to.startsWith("@lucia-auth/")).map((i) => i.from);
  expect([...new Set(files)]).toEqual(["app/domain/identity/sessions.server.ts"]);
});

test("default exports are for route pages, the root and the entries", () => {
  const allowed = /^app\/(routes\/|root\.tsx$|routes\.ts$|entry\.)/;
  const wrong = sources.filter((source) => source.hasDefaultExport && !allowed.test(source.file));
  expect(wrong.map((source) => source.file)).toEqual([]);
});

test("no file is longer than 250 lines", () => {
  // Lists of sentences, words and made-up texts are long because there are many.
  const lists = /^(app\/i18n\/(zh-CN|en)\/|db\/vocabulary\/|app\/domain\/search\/lexicon\/|cli\/demo\/texts)/;
  const long = sources.filter((source) => source.lines > 250 && !lists.test(source.file));
  expect(long.map((source) => `${source.file}: ${source.lines} lines`)).toEqual([]);
});
