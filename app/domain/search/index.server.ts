/** Writing the index: one document a listing, made of our own tokens; the text itself is not kept. */
import { eq } from "drizzle-orm";
import { one, type Reader, type Writer } from "#db/store.server";
import { conceptsIn, withClauses } from "./concepts";
import { foldText } from "./fold.server";
import { lexiconOf, type Lexicon } from "./lexicon.server";
import { commandTable, documentTable, metaTable } from "./tables.server";
import {
  anyIndustry,
  codeAndAbove,
  conceptToken,
  everyDocument,
  industryNamed,
  industryWithin,
  tokensOf,
} from "./tokens";

/** Grows when the tokens of a text change without a change of the dictionary. */
const TOKENIZER = 3;
const BATCH = 100;

export type SearchDocument = {
  /** Row number: `solution.no`. */
  no: number;
  title: string;
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
  const v = fingerprintOf(await lexiconOf(tx));
  await tx.insert(metaTable).values({ k: "fingerprint", v }).onConflictDoUpdate({ target: metaTable.k, set: { v } });
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

function rowOf(document: SearchDocument, lexicon: Lexicon) {
  return {
    rowid: document.no,
    title: tokenStream(document.title, lexicon, true),
    tags: tokenStream(document.tags.join(" , "), lexicon, false),
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

function industryStream(industries: SearchDocument["industries"]): string {
  if (industries.length === 0) return anyIndustry;
  const codes = industries.flatMap(({ code }) => [industryNamed(code), ...codeAndAbove(code).map(industryWithin)]);
  return [...new Set(codes), ...tokensOf(foldText(industries.map(({ name }) => name).join(" , ")))].join(" ");
}
