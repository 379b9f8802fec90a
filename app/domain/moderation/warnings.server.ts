/** What makes a moderator look twice, computed when read: risky words, look-alikes, prices far from the segment's, links by form. */
import { asc, eq } from "drizzle-orm";
import type { provider, solutionVersion } from "#db/schema/catalogue.server";
import { riskyWord } from "#db/schema/moderation.server";
import type { Reader } from "#db/store.server";
import type { PriceModel } from "#db/vocabulary/catalogue";
import { entryPriceFen } from "~/domain/catalogue/facts";
import { publishedCatalogue, type Catalogue } from "~/domain/catalogue/published.server";
import { writtenFields } from "~/domain/catalogue/solution-sections";
import { foldText } from "~/domain/search/fold.server";
import type { Moderator } from "./fence.server";
import { linkProblems, linksIn, type LinkProblem } from "./links";
import { lookAlikes, type LookAlike } from "./look-alikes.server";
import { farPrice, segmentOf, type FarPrice } from "./price-segment";
import { riskyPlaces, type RiskyPlace } from "./risky-words";
import type { WarnedField } from "./warned-fields";

type VersionRow = typeof solutionVersion.$inferSelect;
type ProviderRow = typeof provider.$inferSelect;

type Said = { field: WarnedField; text: string };

export type BadLink = { field: WarnedField; address: string; problems: LinkProblem[] };
export type Warnings = {
  risky: RiskyPlace<WarnedField>[];
  alike: LookAlike[];
  price: (FarPrice & { scenario: string; model: PriceModel }) | null;
  links: BadLink[];
};

export function countWarnings({ risky, alike, price, links }: Warnings): number {
  return risky.length + alike.length + links.length + (price ? 1 : 0);
}

/** The words in force; read once for many listings. */
export async function riskyWordsInForce(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ word: riskyWord.word })
    .from(riskyWord)
    .where(eq(riskyWord.isActive, true))
    .orderBy(asc(riskyWord.word));
  return rows.map(({ word }) => word);
}

/** What there is to say about a version of a solution. */
export async function solutionWarnings(
  db: Reader,
  moderator: Moderator,
  { version, providerId, words }: { version: VersionRow; providerId: string; words: readonly string[] },
): Promise<Warnings> {
  const texts = writtenFields.map((field) => ({ field, text: version[field] }));
  const said: Said[] = [...texts, { field: "keywords", text: version.keywords.join("\n") }];
  const { solutionId } = version;
  return {
    risky: riskyPlaces(said, words, foldText),
    alike: await lookAlikes(db, moderator, { ...version, solutionId }, providerId),
    price: priceWarning(await publishedCatalogue(db), version),
    links: badLinks(said),
  };
}

/** What there is to say about a provider's profile. */
export function providerWarnings(row: ProviderRow, words: readonly string[]): Warnings {
  const said: Said[] = [
    { field: "summary", text: row.summary },
    { field: "localOffice", text: row.localOffice },
    { field: "certificates", text: row.certificates.join("\n") },
  ];
  const site = row.website ? judged("website", row.website) : [];
  return { risky: riskyPlaces(said, words, foldText), alike: [], price: null, links: [...site, ...badLinks(said)] };
}

function badLinks(said: readonly Said[]): BadLink[] {
  return said.flatMap(({ field, text }) => linksIn(text).flatMap((address) => judged(field, address)));
}

function judged(field: WarnedField, address: string): BadLink[] {
  const problems = linkProblems(address);
  return problems.length > 0 ? [{ field, address, problems }] : [];
}

function priceWarning(catalogue: Catalogue, version: VersionRow): Warnings["price"] {
  const [scenario, model, price] = [version.scenarios[0], version.priceModel, entryPriceFen(version)];
  if (!scenario || !model || model === "free" || price === null) return null;
  const others = pricesIn(catalogue).get(`${scenario} ${model}`) ?? [];
  const segment = segmentOf(others.filter(({ id }) => id !== version.solutionId).map(({ fen }) => fen));
  const far = segment && farPrice(price, segment);
  return far && { ...far, scenario, model };
}

type Priced = Map<string, { id: string; fen: number }[]>;

/** Live prices by main scenario and price model, made once for each state of the catalogue. */
const pricesByCatalogue = new WeakMap<Catalogue, Priced>();

function pricesIn(catalogue: Catalogue): Priced {
  const known = pricesByCatalogue.get(catalogue);
  if (known) return known;
  const prices: Priced = new Map();
  for (const solution of catalogue.solutions) {
    const fen = entryPriceFen(solution);
    const key = `${solution.scenarios[0] ?? ""} ${solution.priceModel ?? ""}`;
    if (fen === null) continue;
    const same = prices.get(key);
    if (same) same.push({ id: solution.id, fen });
    else prices.set(key, [{ id: solution.id, fen }]);
  }
  pricesByCatalogue.set(catalogue, prices);
  return prices;
}
