/**
 * A made-up market of any size as two files for `cli import`: `node --import tsx tests/load/catalogue-file.ts FOLDER ROWS [SEED]`
 * writes providers.csv and solutions.csv, the same ones for the same seed, in the words of the demonstration world.
 */
import Sqlite from "better-sqlite3";
import { stringify } from "csv-stringify";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { providerCells, providerColumns } from "~/domain/catalogue/provider-file";
import { solutionCells, solutionColumns } from "~/domain/catalogue/solution-file";
import { safeCell } from "~/domain/written-cells";
import { madeCreditCode } from "../../cli/demo/credit-codes";
import { fill, wordsOf } from "../../cli/demo/fill";
import { nameMaker } from "../../cli/demo/names";
import { familyOf, readPlaces, type Places } from "../../cli/demo/places";
import { plans } from "../../cli/demo/plan";
import { randomFor, type Random } from "../../cli/demo/random";
import { realNames } from "../../cli/demo/real-names";
import { composeContent, type SolutionContent } from "../../cli/demo/solution-content";
import { families } from "../../cli/demo/texts/families";
import { providerTrades } from "../../cli/demo/texts/name-parts";
import { ends, intros, middles } from "../../cli/demo/texts/provider-texts";
import { scenarioTexts } from "../../cli/demo/texts/scenario-texts";
import type { DemoProvider } from "../../cli/demo/world";

const SOLUTIONS_A_PROVIDER = 60;
const TRIES = 8;

/** Lines that real listings add and that mislead a search: names of other systems, promises, places. */
const NOISE = [
  "可与MES、ERP对接。",
  "支持与用友、金蝶等 ERP 及 WMS 数据互通，接口开放。",
  "已在多家规上企业落地，7×24 小时响应。",
  "兼容主流 PLC、数控系统与扫码枪，支持 OPC UA、Modbus。",
  "提供质量追溯、设备点检、能耗看板等可选模块。",
  "可申报中小企业数字化转型改造奖补，协助准备材料。",
  "移动端、大屏端同步，支持私有化与云端混合部署。",
  "非本行业企业亦可使用，需另行评估仓储与排产流程。",
];

type Owner = DemoProvider & { creditCode: string; regionCode: string };

/** Writes both files; answers how many providers there are. */
export async function writeCatalogueFiles(folder: string, rows: number, seed = "1"): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const places = madePlaces();
  const random = randomFor(`catalogue-file/${seed}`);
  const owners = madeOwners(Math.max(1, Math.ceil(rows / SOLUTIONS_A_PROVIDER)), places, seed);
  await writeCsv(join(folder, "providers.csv"), providerColumns, providerRows(owners, random));
  await writeCsv(join(folder, "solutions.csv"), solutionColumns, solutionRows(owners, rows, places, random));
  return owners.length;
}

async function writeCsv(path: string, columns: readonly { name: string }[], rows: Iterable<string[]>): Promise<void> {
  const header = columns.map(({ name }) => name);
  await pipeline(Readable.from(withHeader(header, rows)), stringify(), createWriteStream(path));
}

function* withHeader(header: string[], rows: Iterable<string[]>) {
  yield header;
  for (const row of rows) yield row.map(safeCell);
}

function madePlaces(): Places {
  const connection = new Sqlite(":memory:");
  migrateDatabase(connection);
  loadReference(connection);
  return readPlaces({ reader: connection, writer: connection }, plans.programme);
}

function madeOwners(count: number, places: Places, seed: string): Owner[] {
  const random = randomFor(`catalogue-owners/${seed}`);
  const nextName = nameMaker(randomFor(`catalogue-names/${seed}`), realNames());
  return Array.from({ length: count }, (_, index) => {
    const home = random.pick(places.active);
    const regionCode = random.pick(places.countiesOf(home));
    const { name, brand } = nextName(places.wordsOf(home, regionCode), providerTrades);
    return {
      ...{ id: `org_${index}`, name, brand, slug: brand.pinyin, ownerId: "", status: "open", approvedAt: 0 },
      ...{ parkSlug: home.slug, prefectureCode: home.prefectureCode, regionCode },
      creditCode: madeCreditCode(500_000 + index),
      type: random.pick(["product", "product", "integrator", "chain_leader"] as const),
      industries: random.chance(0.2) ? [] : random.some(random.pick(families).codes, 2),
      scenarios: random.some(Object.keys(scenarioTexts), random.whole(3, 6)),
    };
  });
}

function* providerRows(owners: readonly Owner[], random: Random): Generator<string[]> {
  for (const owner of owners) {
    const words = wordsOf(familyOf(owner.industries[0] ?? ""), random);
    const summary = [intros, middles, ends].map((lines) => fill(random.pick(lines), words, random)).join("");
    const foundedOn = `${random.whole(2006, 2022)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`;
    yield providerCells({ ...owner, foundedOn, staff: random.whole(12, 400), website: null, summary });
  }
}

function* solutionRows(owners: readonly Owner[], rows: number, places: Places, random: Random): Generator<string[]> {
  const titlesOf = new Map<Owner, Set<string>>();
  for (let index = 0; index < rows; index += 1) {
    const owner = owners[index % owners.length];
    if (!owner) return;
    const titles = titlesOf.get(owner) ?? new Set();
    titlesOf.set(owner, titles);
    const content = freshContent(owner, titles, places, random);
    titles.add(content.title);
    yield solutionCells({ ...listed(content, random), creditCode: owner.creditCode });
  }
}

function freshContent(owner: Owner, titles: ReadonlySet<string>, places: Places, random: Random): SolutionContent {
  for (let tried = 1; ; tried += 1) {
    const content = composeContent(owner, places, random);
    if (!titles.has(content.title)) return content;
    if (tried === TRIES) return { ...content, title: `${content.title}（${titles.size + 1} 型）` };
  }
}

function listed(content: SolutionContent, random: Random) {
  const noise = random.some(NOISE, random.whole(1, 3)).join("");
  return {
    ...content,
    summary: content.summary ?? "",
    description: `${content.description ?? ""}\n\n${noise}`,
    priceModel: content.priceModel ?? null,
    priceMinFen: content.priceMinFen ?? null,
    priceMaxFen: content.priceMaxFen ?? null,
    deployDays: content.deployDays ?? null,
    levelFrom: content.levelFrom ?? null,
    levelTo: content.levelTo ?? null,
    hardware: content.hardware ?? "",
    dataExport: content.dataExport ?? "",
    security: content.security ?? "",
    ai: content.ai ?? false,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, rows, seed] = process.argv.slice(2);
  if (!folder || !(Number(rows) > 0)) throw new Error("catalogue-file.ts FOLDER ROWS [SEED]");
  const providers = await writeCatalogueFiles(folder, Number(rows), seed);
  process.stdout.write(`${folder}: ${providers} providers, ${rows} solutions\n`);
}
