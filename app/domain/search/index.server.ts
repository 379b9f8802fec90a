/** Writing the index: one document a listing, made of our own tokens; the text itself is not kept. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { untilCommitted } from "#db/kept-reads.server";
import { one, type Reader, type Writer } from "#db/store.server";
import { conceptsIn, withClauses } from "./concepts";
import { foldText } from "./fold.server";
import { lexiconOf, scenarioOf, type Lexicon } from "./lexicon.server";
import { commandTable, documentTable, metaTable } from "./tables.server";
import {
  anyIndustry,
  codeAndAbove,
  conceptToken,
  declaredFor,
  everyDocument,
  industryNamed,
  industryWithin,
  mainlyAbout,
  tokensOf,
} from "./tokens";

/** Grows when the tokens of a text change without a change of the dictionary. */
const TOKENIZER = 4;
const BATCH = 100;

export type SearchDocument = {
  /** Row number: `solution.no`. */
  no: number;
  title: string;
  /** Scenarios its provider declares, the main one first. */
  scenarios: readonly string[];
  /** Names of scenarios, keywords. */
  tags: string[];
  /** Everything else a reader may search for. */
  summary: string;
  /** Codes of GB/T 4754 with the names people may type. */
  industries: { code: string; name: string }[];
  who: string;
  places: string[];
};

/** A million documents do not fit in memory: they come as they are read. */
export type Batches = Iterable<readonly SearchDocument[]> | AsyncIterable<readonly SearchDocument[]>;

/** Writes documents, replacing those of the same numbers. */
export async function writeDocuments(tx: Writer, documents: readonly SearchDocument[]): Promise<void> {
  for (const document of documents) await removeDocument(tx, document.no);
  await insert(tx, documents);
}

/** Removes one document; one that is not there is no error. */
export async function removeDocument(tx: Writer, no: number): Promise<void> {
  await tx.delete(documentTable).where(eq(documentTable.rowid, no));
}

/** Replaces the whole index and notes which tokenizer and dictionary made it. */
export async function replaceDocuments(tx: Writer, batches: Batches): Promise<void> {
  await tx.insert(commandTable).values({ command: "delete-all" });
  for await (const documents of batches) await insert(tx, documents);
  await tx.insert(commandTable).values({ command: "optimize" });
  await noteDictionary(tx);
}

/** Notes that the index is made with the present dictionary: after all documents that a change concerns were written anew. */
export async function noteDictionary(tx: Writer): Promise<void> {
  await note(tx, "fingerprint", fingerprintOf(await lexiconOf(tx)));
  await tx.delete(metaTable).where(eq(metaTable.k, BEHIND));
}

/** Row of search_meta with the changed words whose documents are still to be written anew. */
const BEHIND = "behind";
const BehindNote = z.object({ words: z.array(z.string()), after: z.number() });
/** Documents up to `after` are written already. */
export type Behind = z.infer<typeof BehindNote>;

/** What the index is behind with; null: nothing. Until then it is stale, so that a next start also sees to it. */
export const indexBehind = untilCommitted(async (db): Promise<Behind | null> => {
  const row = await one(db.select().from(metaTable).where(eq(metaTable.k, BEHIND)));
  return row ? BehindNote.parse(JSON.parse(row.v)) : null;
});

export async function noteBehind(tx: Writer, behind: Behind): Promise<void> {
  await note(tx, BEHIND, JSON.stringify(behind));
}

async function note(tx: Writer, k: string, v: string): Promise<void> {
  await tx.insert(metaTable).values({ k, v }).onConflictDoUpdate({ target: metaTable.k, set: { v } });
}

/** Whether a document has the same tokens with both dictionaries. */
export function hasSameTokens(document: SearchDocument, one: Lexicon, other: Lexicon): boolean {
  const concepts = (lexicon: Lexicon) =>
    [document.title, document.tags.join(" , "), document.summary].map((text, column) =>
      conceptsIn(foldText(withClauses(text)), lexicon.find, column === 0),
    );
  return JSON.stringify(concepts(one)) === JSON.stringify(concepts(other));
}

/** Whether another tokenizer or dictionary made the index, so that queries would miss documents. */
export async function isIndexStale(db: Reader): Promise<boolean> {
  const made = await one(db.select().from(metaTable).where(eq(metaTable.k, "fingerprint")));
  return made?.v !== fingerprintOf(await lexiconOf(db));
}

function fingerprintOf({ hash }: Lexicon): string {
  return `${TOKENIZER}-${hash}`;
}

async function insert(tx: Writer, documents: readonly SearchDocument[]): Promise<void> {
  const lexicon = await lexiconOf(tx);
  for (let at = 0; at < documents.length; at += BATCH) {
    await tx.insert(documentTable).values(documents.slice(at, at + BATCH).map((document) => rowOf(document, lexicon)));
  }
}

/** A document in the tokens of the index. */
export function rowOf(document: SearchDocument, lexicon: Lexicon) {
  return {
    rowid: document.no,
    title: tokenStream(document.title, lexicon, true),
    tags: [
      tokenStream(document.tags.join(" , "), lexicon, false),
      ...mainOf(document, lexicon).map(mainlyAbout),
      ...document.scenarios.map(declaredFor),
    ].join(" "),
    summary: tokenStream(document.summary, lexicon, false),
    ind: industryStream(document.industries),
    who: tokensOf(foldText(document.who)).join(" "),
    fac: [everyDocument, ...tokensOf(foldText(document.places.join(" , ")))].join(" "),
  };
}

/** The text's tokens, then one for each scenario and function it names, so that all their names find each other. */
function tokenStream(text: string, lexicon: Lexicon, isTitle: boolean): string {
  const folded = foldText(withClauses(text));
  return [...tokensOf(folded), ...conceptsIn(folded, lexicon.find, isTitle).map(conceptToken)].join(" ");
}

/**
 * Many a listing declares whatever it touches, and one word of a title may mean something else (派工 of MES and of after-sales
 * service): what both say counts; when they agree in nothing, what is declared first.
 */
function mainOf({ title, scenarios }: SearchDocument, lexicon: Lexicon): readonly string[] {
  const named = conceptsIn(foldText(withClauses(title)), lexicon.find, true).filter((key) => key === scenarioOf(key));
  if (scenarios.length === 0) return named;
  const both = scenarios.filter((key) => named.includes(key));
  return both.length > 0 ? both : scenarios.slice(0, 1);
}

function industryStream(industries: SearchDocument["industries"]): string {
  if (industries.length === 0) return anyIndustry;
  const codes = industries.flatMap(({ code }) => [industryNamed(code), ...codeAndAbove(code).map(industryWithin)]);
  return [...new Set(codes), ...tokensOf(foldText(industries.map(({ name }) => name).join(" , ")))].join(" ");
}
