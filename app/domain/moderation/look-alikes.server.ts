/** Listings whose words are nearly those of another: signatures are kept, and compared only where a band is equal (decision 0028). */
import { and, asc, count, desc, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { signatureBand, textSignature } from "#db/schema/moderation.server";
import { preparedOnce } from "#db/prepared.server";
import type { Reader, Writer } from "#db/store.server";
import { foldText } from "~/domain/search/fold.server";
import { isWithinFence, type Moderator } from "./fence.server";
import { BANDS, bandsOf, likeness, readSignature, shinglesOf, signatureOf, writeSignature } from "./minhash";

/** From this share of common shingles on another listing is shown. */
export const ALIKE_FROM = 0.7;
/** Of many candidates those with most equal bands are compared. */
const MOST_COMPARED = 50;
const MOST_SHOWN = 5;

type Words = Pick<typeof solutionVersion.$inferSelect, "title" | "summary" | "description" | "functions">;

export type LookAlike = {
  solutionId: string;
  title: string;
  providerName: string;
  /** Of the public page; null when it is not shown to readers. */
  slug: string | null;
  /** Of the same provider. */
  isOwn: boolean;
  /** Estimated share of common shingles, in whole per cent. */
  percent: number;
};

/** The signature of what a listing says of itself: its marks and blanks say nothing. */
export function signatureOfWords({ title, summary, description, functions }: Words): Uint32Array {
  const text = foldText([title, summary, description, functions].join("\n")).replace(/[^\p{L}\p{N}]+/gu, "");
  return signatureOf(shinglesOf(text));
}

/** Keeps the signature of a version in place of the one of an earlier version. Writes text_signature and signature_band. */
export async function keepSignature(tx: Writer, version: Words & { id: string; solutionId: string }): Promise<void> {
  const { id: versionId, solutionId } = version;
  const made = signatureOfWords(version);
  const signature = writeSignature(made);
  await tx
    .insert(textSignature)
    .values({ solutionId, versionId, signature })
    .onConflictDoUpdate({ target: textSignature.solutionId, set: { versionId, signature } });
  await tx.delete(signatureBand).where(eq(signatureBand.solutionId, solutionId));
  await tx.insert(signatureBand).values(bandsOf(made).map((hash, band) => ({ band, hash, solutionId })));
}

/**
 * Listings like this one, the most alike first: live ones of all providers, and whatever else was handed in within the
 * moderator's fence. Another park's unpublished listings are not named.
 */
export async function lookAlikes(
  db: Reader,
  moderator: Moderator,
  version: Words & { id: string; solutionId: string },
  providerId: string,
): Promise<LookAlike[]> {
  const own = await signatureFor(db, version);
  const candidates = await candidatesOf(db, own, version.solutionId);
  const alike = candidates
    .map(({ solutionId, signature }) => ({ solutionId, share: likeness(own, readSignature(signature)) }))
    .filter(({ share }) => share >= ALIKE_FROM);
  const ids = alike.map(({ solutionId }) => solutionId);
  const shown = new Map((await named(db, moderator, ids)).map((row) => [row.id, row]));
  return alike
    .sort((a, b) => b.share - a.share)
    .flatMap(({ solutionId, share }) => {
      const row = shown.get(solutionId);
      if (!row) return [];
      const slug = row.isLive ? row.slug : null;
      const { title, providerName } = row;
      const isOwn = row.providerId === providerId;
      return [{ solutionId, title, providerName, slug, isOwn, percent: Math.round(share * 100) }];
    })
    .slice(0, MOST_SHOWN);
}

/** Built once: 64 conditions cost more to write than to look up. */
const near = preparedOnce((db) => {
  const bands = Array.from({ length: BANDS }, (_, band) =>
    and(eq(signatureBand.band, band), eq(signatureBand.hash, sql.placeholder(`hash${band}`))),
  );
  const shared = db
    .select({ id: signatureBand.solutionId })
    .from(signatureBand)
    .where(and(or(...bands), ne(signatureBand.solutionId, sql.placeholder("solutionId"))))
    .groupBy(signatureBand.solutionId)
    .orderBy(desc(count()), asc(signatureBand.solutionId))
    .limit(MOST_COMPARED);
  return db
    .select({ solutionId: textSignature.solutionId, signature: textSignature.signature })
    .from(textSignature)
    .where(inArray(textSignature.solutionId, shared))
    .prepare();
});

const kept = preparedOnce((db) =>
  db
    .select({ signature: textSignature.signature })
    .from(textSignature)
    .where(
      and(
        eq(textSignature.solutionId, sql.placeholder("solutionId")),
        eq(textSignature.versionId, sql.placeholder("versionId")),
      ),
    )
    .prepare(),
);

/** Listings that share a band, with their signatures. */
export async function candidatesOf(db: Reader, signature: Uint32Array, solutionId: string) {
  const hashes = bandsOf(signature).map((hash, band) => [`hash${band}`, hash] as const);
  return near(db).execute({ ...Object.fromEntries(hashes), solutionId });
}

/** As it was kept, or made now for what no job has signed yet. What was handed in does not change. */
async function signatureFor(db: Reader, version: Words & { id: string; solutionId: string }): Promise<Uint32Array> {
  const { id: versionId, solutionId } = version;
  const [known] = await kept(db).execute({ solutionId, versionId });
  return known ? readSignature(known.signature) : signatureOfWords(version);
}

async function named(db: Reader, moderator: Moderator, ids: string[]) {
  if (ids.length === 0) return [];
  const isLive = sql<number>`(${solution.status} = 'published' AND ${provider.status} = 'open')`;
  return db
    .select({
      id: solution.id,
      slug: solution.slug,
      providerId: solution.providerId,
      providerName: organisation.name,
      title: solutionVersion.title,
      isLive,
    })
    .from(solution)
    .innerJoin(textSignature, eq(textSignature.solutionId, solution.id))
    .innerJoin(
      solutionVersion,
      eq(
        solutionVersion.id,
        sql`CASE WHEN ${isLive} THEN ${solution.currentVersionId} ELSE ${textSignature.versionId} END`,
      ),
    )
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .innerJoin(organisation, eq(organisation.id, solution.providerId))
    .where(and(inArray(solution.id, ids), or(sql`${isLive}`, isWithinFence(db, moderator))));
}

const IN_A_PASS = 500;
const AT_ONCE = 50;

/**
 * Signs what was handed in or published and has no signature of its present words: all that wait, and of the others one
 * stretch by number. Answers where the next pass goes on; 0: from the start. Short transactions, so that requests get between.
 */
export async function catchUpSignatures(
  store: { db: Reader; write<T>(work: (tx: Writer) => Promise<T>): Promise<T> },
  from: number,
): Promise<number> {
  const waiting = await unsigned(store.db, "submitted", 0);
  const live = await unsigned(store.db, "current", from);
  const versions = [...waiting.versions, ...live.versions];
  for (let at = 0; at < versions.length; at += AT_ONCE) {
    await store.write(async (tx) => {
      for (const version of versions.slice(at, at + AT_ONCE)) await keepSignature(tx, version);
    });
  }
  return live.next;
}

/** A version that waits outranks the live one of the same solution. */
async function unsigned(db: Reader, status: "submitted" | "current", from: number) {
  const rows = await db
    .select({
      no: solution.no,
      signedId: textSignature.versionId,
      hasWaiting: sql<number>`EXISTS (SELECT 1 FROM solution_version w WHERE w.solutionId = ${solution.id} AND w.status = 'submitted')`,
      id: solutionVersion.id,
      solutionId: solution.id,
      title: solutionVersion.title,
      summary: solutionVersion.summary,
      description: solutionVersion.description,
      functions: solutionVersion.functions,
    })
    .from(solution)
    .innerJoin(
      solutionVersion,
      and(eq(solutionVersion.solutionId, solution.id), sql`+${solutionVersion.status} = ${status}`),
    )
    .leftJoin(textSignature, eq(textSignature.solutionId, solution.id))
    .where(
      and(
        gt(solution.no, from),
        // Those that wait are few and found by their status; the others are read on by number.
        status === "submitted"
          ? inArray(
              solution.id,
              db
                .select({ id: solutionVersion.solutionId })
                .from(solutionVersion)
                .where(eq(solutionVersion.status, "submitted")),
            )
          : undefined,
      ),
    )
    .orderBy(asc(solution.no))
    .limit(IN_A_PASS);
  const versions = rows.filter(
    ({ signedId, id, hasWaiting }) => signedId !== id && (status === "submitted" || !hasWaiting),
  );
  return { versions, next: rows.length < IN_A_PASS ? 0 : (rows.at(-1)?.no ?? 0) };
}
