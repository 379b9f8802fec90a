/** What the server asks the app before it answers with kept bytes: whose view it is, and how new it must be. */
import { asc, count, desc, gt, max, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { createHash } from "node:crypto";
import { preparedOnce } from "#db/prepared.server";
import { journalEntry, lexiconTerm } from "#db/schema/support.server";
import type { Reader } from "#db/store.server";
import { catalogueVersion } from "~/domain/catalogue/changes.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { store } from "~/store.server";
import { localeOf, themeOf } from "./locale.server";
import {
  addressOf,
  clockOf,
  cookieUse,
  gradeOf,
  nameOf,
  OWN,
  readerOf,
  sharedGradeOf,
  sharedViewOf,
  type Grade,
} from "./page-cache";
import { isDemonstration } from "./viewer.server";

/**
 * Journal entries about these change nothing that a page of the catalogue draws; anything else may. What readers see of a solution
 * moves the catalogue's own version, and a draft is kept every few seconds while somebody types.
 */
const ELSEWHERE = new Set([
  ...["assessment", "diagnosis", "enquiry", "invitation", "recommendation", "report", "user"],
  ...["solution", "complaint", "canned_reason", "risky_word"],
]);
const ENTRIES_AT_ONCE = 200;

/** Headers longer than this are some robot's; reading them anew costs less than keeping them. */
const LONGEST_KEY = 600;

/** By the two headers they are made of: reading language and theme anew costs as much as sending the page. */
const views = new LRUCache<string, { view: string | null }>({ max: 5_000 });

/**
 * Language and theme, and for a reader's own page all cookies; null for what is drawn anew; undefined when these headers were not seen yet
 * (`learnView` reads them).
 */
function viewOf(cookie: string | undefined, language: string | undefined): string | null | undefined {
  return views.get(`${language ?? ""}\n${cookie ?? ""}`)?.view;
}

async function learnView(request: Request): Promise<string | null> {
  const cookie = request.headers.get("Cookie") ?? "";
  const key = `${request.headers.get("Accept-Language") ?? ""}\n${cookie}`;
  const known = views.get(key);
  if (known) return known.view;
  const view = await viewOfReader(request, cookie);
  if (key.length <= LONGEST_KEY) views.set(key, { view });
  return view;
}

async function viewOfReader(request: Request, cookie: string): Promise<string | null> {
  const reader = readerOf(cookie);
  if (reader === "moment") return null;
  const view = `${await localeOf(request)} ${await themeOf(request)}`;
  return reader === "visitor" ? view : `${OWN}${createHash("sha256").update(cookie).digest("base64url")} ${view}`;
}

let read: { commit: number; content: string } | undefined;
let commitOfTurn: number | undefined;

/**
 * The number of the last commit, asked once for all requests that were there when this turn of the event loop began:
 * asking costs two system calls, a tenth of what a kept page costs.
 */
function lastCommit(): number {
  if (commitOfTurn === undefined) {
    commitOfTurn = store().version();
    setImmediate(() => (commitOfTurn = undefined));
  }
  return commitOfTurn;
}

/**
 * How new a page has to be; null when another commit was seen and `readVersion` must look at what it changed. For requests
 * as they come from their sockets: what is committed after they came need not be in their answer.
 */
function versionOf(grade: Grade): string | null {
  return versionAt(lastCommit(), grade);
}

function versionAt(commit: number, grade: Grade): string | null {
  if (grade === "everything") return `${commit}.${clockOf(grade, Date.now())}`;
  return read?.commit === commit ? `${read.content}.${clockOf(grade, Date.now())}` : null;
}

async function readVersion(grade: Grade): Promise<string> {
  // Taken before reading: what is committed meanwhile has a number of its own and is looked at next time.
  const commit = store().version();
  const known = versionAt(commit, grade);
  if (known !== null) return known;
  const content = await contentOf(store().db);
  read = { commit, content };
  return `${content}.${clockOf(grade, Date.now())}`;
}

async function contentOf(db: Reader): Promise<string> {
  const [lexicon] = await lexiconStamp(db).execute();
  return [
    await catalogueVersion(db),
    referenceNumber(await referenceOf(db)),
    await newestPublicEntry(db),
    await isDemonstration(),
    lexicon?.terms,
    lexicon?.newest,
  ].join(".");
}

let reference: { value: object; number: number } | undefined;

/** Reference data is the same object for as long as it is the same data. */
function referenceNumber(value: object): number {
  if (reference?.value !== value) reference = { value, number: (reference?.number ?? 0) + 1 };
  return reference.number;
}

let journal: { seen: number; newest: number } | undefined;

/** The newest journal entry that may concern a page of the catalogue: providers' own edits leave no other mark. */
async function newestPublicEntry(db: Reader): Promise<number> {
  const known = journal;
  const entries = known ? await entriesAfter(db).execute({ seen: known.seen }) : [];
  if (!known || entries.length === ENTRIES_AT_ONCE) {
    const newest = (await newestEntry(db).execute())[0]?.id ?? 0;
    journal = { seen: newest, newest };
  } else {
    const publicEntry = entries.findLast(({ kind }) => !ELSEWHERE.has(kind));
    journal = { seen: entries.at(-1)?.id ?? known.seen, newest: publicEntry?.id ?? known.newest };
  }
  return journal.newest;
}

const { id, subjectKind: kind } = journalEntry;
const newestEntry = preparedOnce((db) => db.select({ id }).from(journalEntry).orderBy(desc(id)).limit(1).prepare());
const entriesAfter = preparedOnce((db) =>
  db
    .select({ id, kind })
    .from(journalEntry)
    .where(gt(id, sql.placeholder("seen")))
    .orderBy(asc(id))
    .limit(ENTRIES_AT_ONCE)
    .prepare(),
);
const lexiconStamp = preparedOnce((db) =>
  db
    .select({ terms: count(), newest: max(lexiconTerm.updatedAt) })
    .from(lexiconTerm)
    .prepare(),
);

/**
 * The request as a visitor with the same language and theme would send it, for the address alone that its page is kept by.
 * Without its signal: who hangs up does not end what others wait for.
 */
function asVisitor(request: Request, url: string): Request {
  const headers = new Headers(request.headers);
  const cookies = (headers.get("Cookie") ?? "").split(";").filter((pair) => cookieUse[nameOf(pair)] === "view");
  headers.delete("Cookie");
  if (cookies.length > 0) headers.set("Cookie", cookies.join(";"));
  return new Request(new URL(url, request.url), { headers });
}

export const visitorPages = {
  ...{ gradeOf, sharedGradeOf, addressOf, sharedViewOf, asVisitor },
  ...{ viewOf, learnView, versionOf, readVersion },
};
