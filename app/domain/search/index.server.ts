/** Writing the index: one document a listing, made of our own tokens; the text itself is not kept. */
import { eq } from "drizzle-orm";
import { one, type Reader, type Writer } from "#db/store.server";
import { foldText } from "./fold.server";
import { lexiconHash, scenariosNamed } from "./lexicon.server";
import { commandTable, documentTable, metaTable } from "./tables.server";
import { anyIndustry, codeAndAbove, conceptToken, industryNamed, industryWithin, tokensOf } from "./tokens";

/** Grows when the tokens of a text change without a change of the dictionary. */
const TOKENIZER = 2;
const FINGERPRINT = `${TOKENIZER}-${lexiconHash}`;
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
export async function replaceDocuments(tx: Writer, documents: readonly SearchDocument[]): Promise<void> {
  await tx.insert(commandTable).values({ command: "delete-all" });
  await insert(tx, documents);
  await tx.insert(commandTable).values({ command: "optimize" });
  await tx
    .insert(metaTable)
    .values({ k: "fingerprint", v: FINGERPRINT })
    .onConflictDoUpdate({ target: metaTable.k, set: { v: FINGERPRINT } });
}

/** Whether another tokenizer or dictionary made the index, so that queries would miss documents. */
export async function isIndexStale(db: Reader): Promise<boolean> {
  const made = await one(db.select().from(metaTable).where(eq(metaTable.k, "fingerprint")));
  return made?.v !== FINGERPRINT;
}

async function insert(tx: Writer, documents: readonly SearchDocument[]): Promise<void> {
  for (let at = 0; at < documents.length; at += BATCH) {
    await tx.insert(documentTable).values(documents.slice(at, at + BATCH).map(rowOf));
  }
}

function rowOf(document: SearchDocument) {
  return {
    rowid: document.no,
    title: tokenStream(document.title),
    tags: tokenStream(document.tags.join(" , ")),
    summary: tokenStream(document.summary),
    ind: industryStream(document.industries),
    who: tokensOf(foldText(document.who)).join(" "),
    fac: tokensOf(foldText(document.places.join(" , "))).join(" "),
  };
}

/** The text's tokens, then one token for each scenario it names, so that all names of a scenario find each other. */
function tokenStream(text: string): string {
  const folded = foldText(text);
  return [...tokensOf(folded), ...scenariosNamed(folded).map(conceptToken)].join(" ");
}

function industryStream(industries: SearchDocument["industries"]): string {
  if (industries.length === 0) return anyIndustry;
  const codes = industries.flatMap(({ code }) => [industryNamed(code), ...codeAndAbove(code).map(industryWithin)]);
  return [...new Set(codes), ...tokensOf(foldText(industries.map(({ name }) => name).join(" , ")))].join(" ");
}
