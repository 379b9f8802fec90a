/** The versions of a scheme: what is in force, what comes, and publishing a new one. */
import { and, asc, count, desc, eq } from "drizzle-orm";
import { assessment, scheme as schemeTable } from "#db/schema/assessment.server";
import { user } from "#db/schema/identity.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { Administrator, ProvinceStaff } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { dayOf } from "~/i18n/format";
import type { Scheme } from "./scheme";
import type { SchemeChange } from "./scheme-change";
import { revisedContent } from "./scheme-content";
import { NATIONAL_SCHEME, parseScheme } from "./scheme.server";

/** Who may edit schemes: administrators, and the province's staff (product.md, permissions). */
export type SchemeEditor = Administrator | ProvinceStaff;

export type SchemeLine = {
  version: number;
  effectiveOn: string;
  note: string;
  createdAt: number | null;
  /** Null on versions loaded from reference data. */
  byName: string | null;
  standing: "past" | "in_force" | "coming";
  /** Assessments begun under it. */
  assessments: number;
};

/** All versions of the national scheme, newest first. */
export async function schemeLines(db: Reader, today = dayOf(Date.now())): Promise<SchemeLine[]> {
  const rows = await db
    .select({
      version: schemeTable.version,
      effectiveOn: schemeTable.effectiveOn,
      note: schemeTable.note,
      createdAt: schemeTable.createdAt,
      byName: user.name,
    })
    .from(schemeTable)
    .leftJoin(user, eq(user.id, schemeTable.createdByUserId))
    .where(eq(schemeTable.key, NATIONAL_SCHEME))
    .orderBy(desc(schemeTable.effectiveOn), desc(schemeTable.version));
  const inForce = rows.find(({ effectiveOn }) => effectiveOn <= today);
  const used = await usesByVersion(db);
  return rows.map((row) => ({
    ...row,
    standing: row === inForce ? "in_force" : row.effectiveOn > today ? "coming" : "past",
    assessments: used.get(row.version) ?? 0,
  }));
}

export type ReadScheme = { version: number; scheme: Scheme; content: Record<string, unknown>; newest: number };

/** One version with its stored content, or null. `newest` is the highest number there is. */
export async function schemeToEdit(db: Reader, version: number): Promise<ReadScheme | null> {
  const row = await one(
    db
      .select()
      .from(schemeTable)
      .where(and(eq(schemeTable.key, NATIONAL_SCHEME), eq(schemeTable.version, version))),
  );
  if (!row) return null;
  const newest = await newestVersion(db);
  return { version, scheme: parseScheme(row.content), content: row.content, newest: newest?.version ?? version };
}

export type NewVersion = { base: number; newest: number; change: SchemeChange; effectiveOn: string; note: string };

/**
 * Publishes a change as the next version. Refuses when another version was published since the form was drawn ("stale"),
 * when nothing differs from the base ("unchanged"), and a date before today or before the newest version takes effect
 * ("too_early"): an earlier one would never be in force. Assessments begun before keep their version. Writes scheme and
 * journal.
 */
export async function publishScheme(
  tx: Writer,
  editor: SchemeEditor,
  { base, newest, change, effectiveOn, note }: NewVersion,
): Promise<Outcome<{ version: number }, "not_found" | "stale" | "unchanged" | "too_early">> {
  const from = await schemeToEdit(tx, base);
  const last = await newestVersion(tx);
  if (!from || !last) return refused("not_found");
  if (last.version !== newest) return refused("stale");
  const content = revisedContent(from.content, change);
  const revised = parseScheme(content);
  if (sameScheme(from.scheme, revised)) return refused("unchanged");
  if (effectiveOn < dayOf(Date.now()) || effectiveOn < last.effectiveOn) return refused("too_early");
  const version = last.version + 1;
  await tx.insert(schemeTable).values({
    ...{ key: NATIONAL_SCHEME, version, effectiveOn, content, note },
    createdByUserId: editor.userId,
    createdAt: Date.now(),
  });
  await record(tx, editor, {
    action: "scheme.published",
    subject: { kind: "scheme", id: `${NATIONAL_SCHEME}/${version}` },
    before: { version: base, gates: from.scheme.gates, constrained: from.scheme.constrainedScenes },
    after: { version, effectiveOn, note, gates: revised.gates, constrained: revised.constrainedScenes },
  });
  return done({ version });
}

/** Whether two schemes read the same; their source texts may differ in spacing. */
function sameScheme(one: Scheme, other: Scheme): boolean {
  const sorted = (scheme: Scheme) => ({ ...scheme, constrainedScenes: scheme.constrainedScenes.toSorted() });
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function newestVersion(db: Reader) {
  return one(
    db
      .select({ version: schemeTable.version, effectiveOn: schemeTable.effectiveOn })
      .from(schemeTable)
      .where(eq(schemeTable.key, NATIONAL_SCHEME))
      .orderBy(desc(schemeTable.version))
      .limit(1),
  );
}

async function usesByVersion(db: Reader): Promise<Map<number, number>> {
  const rows = await db
    .select({ version: assessment.schemeVersion, uses: count() })
    .from(assessment)
    .where(eq(assessment.schemeKey, NATIONAL_SCHEME))
    .groupBy(assessment.schemeVersion)
    .orderBy(asc(assessment.schemeVersion));
  return new Map(rows.map(({ version, uses }) => [version, uses]));
}
