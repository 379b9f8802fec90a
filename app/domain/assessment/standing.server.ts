/** An enterprise's result beside those of its industry and size in the province, and its own results over time. */
import { and, asc, eq, gte, inArray, lt, ne } from "drizzle-orm";
import { assessment } from "#db/schema/assessment.server";
import { enterprise } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { NATIONAL_SCHEME } from "./scheme.server";
import { sizeClassOf, type SizeClass } from "./size-class";
import { LEAST_OTHERS, standingAmong, type Figures, type PartStanding } from "./standing";

export type OwnResult = Figures & { id: string; source: AssessmentSource; finishedAt: number; schemeVersion: number };

export type Compared = {
  source: AssessmentSource;
  own: OwnResult;
  /** GB/T 4754 code of the group that was large enough: class, else group, else division. */
  industryCode: string;
  isWidened: boolean;
  size: SizeClass | null;
  /** Others with a result of this source; their number is known even where nothing more is shown. */
  others: number;
  /** Null: fewer than five others even in the division. */
  parts: PartStanding[] | null;
};

export type Standing = { industryCode: string | null; compared: Compared[]; history: OwnResult[] };

/** Self and on-site results, each beside others of the same source: never merged. */
const sources = ["self", "on_site"] as const;

/** The standing of the member's enterprise. Only results of the national scheme are compared, whatever its version. */
export async function standingOf(db: Reader, member: EnterpriseMember): Promise<Standing> {
  const me = await one(db.select().from(enterprise).where(eq(enterprise.organisationId, member.organisationId)));
  const history = await ownResults(db, member.organisationId);
  const compared: Compared[] = [];
  for (const source of sources) {
    const own = history.find((result) => result.source === source);
    if (me && own) compared.push(await comparedIn(db, me, own));
  }
  return { industryCode: me?.industryCode ?? null, compared, history };
}

type Me = { organisationId: string; industryCode: string; employees: number | null; revenueWan: number | null };

/** Widens the industry, class → group → division, until there are enough others. */
async function comparedIn(db: Reader, me: Me, own: OwnResult): Promise<Compared> {
  const size = sizeClassOf(me);
  const lengths = [5, 4, 3].filter((length) => length <= me.industryCode.length);
  let widest = { industryCode: me.industryCode, others: new Array<Figures>() };
  for (const length of lengths) {
    const industryCode = me.industryCode.slice(0, length);
    widest = { industryCode, others: await othersIn(db, me, industryCode, size, own.source) };
    if (widest.others.length >= LEAST_OTHERS) break;
  }
  return {
    ...{ source: own.source, own, size, industryCode: widest.industryCode },
    isWidened: widest.industryCode !== me.industryCode,
    others: widest.others.length,
    parts: standingAmong(own, widest.others),
  };
}

async function othersIn(
  db: Reader,
  me: Me,
  industryCode: string,
  size: SizeClass | null,
  source: AssessmentSource,
): Promise<Figures[]> {
  const inIndustry = await db
    .select({ id: enterprise.organisationId, employees: enterprise.employees, revenueWan: enterprise.revenueWan })
    .from(enterprise)
    .where(
      and(
        gte(enterprise.industryCode, industryCode),
        lt(enterprise.industryCode, `${industryCode}~`),
        ne(enterprise.organisationId, me.organisationId),
      ),
    );
  const alike = inIndustry.filter((other) => size === null || sizeClassOf(other) === size).map(({ id }) => id);
  if (alike.length === 0) return [];
  const rows = await db
    .select({ enterpriseId: assessment.enterpriseId, ...figures })
    .from(assessment)
    .where(
      and(
        inArray(assessment.enterpriseId, alike),
        eq(assessment.source, source),
        eq(assessment.status, "finished"),
        eq(assessment.schemeKey, NATIONAL_SCHEME),
      ),
    )
    .orderBy(asc(assessment.finishedAt));
  // The latest of each: later rows replace earlier ones.
  return [...new Map(rows.map((row) => [row.enterpriseId, figuresOf(row)])).values()];
}

async function ownResults(db: Reader, enterpriseId: string): Promise<OwnResult[]> {
  const mine = [eq(assessment.enterpriseId, enterpriseId), eq(assessment.status, "finished")];
  const rows = await db
    .select({
      id: assessment.id,
      source: assessment.source,
      finishedAt: assessment.finishedAt,
      schemeVersion: assessment.schemeVersion,
      ...figures,
    })
    .from(assessment)
    .where(and(...mine, eq(assessment.schemeKey, NATIONAL_SCHEME)))
    .orderBy(asc(assessment.finishedAt), asc(assessment.id));
  return rows
    .map((row) => ({
      ...{ id: row.id, source: row.source, finishedAt: row.finishedAt ?? 0, schemeVersion: row.schemeVersion },
      ...figuresOf(row),
    }))
    .toReversed();
}

const figures = {
  score: assessment.score,
  foundation: assessment.foundation,
  management: assessment.management,
  effect: assessment.effect,
  level: assessment.level,
  scenarioLevels: assessment.scenarioLevels,
};

type Counted = Record<"score" | "foundation" | "management" | "effect" | "level", number | null> & {
  scenarioLevels: Record<string, number> | null;
};

function figuresOf(row: Counted): Figures {
  const levels = Object.values(row.scenarioLevels ?? {});
  const mean = levels.length === 0 ? 0 : levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return {
    total: row.score ?? 0,
    foundation: row.foundation ?? 0,
    management: row.management ?? 0,
    effect: row.effect ?? 0,
    scenarios: Math.round(mean * 100) / 100,
    level: row.level ?? 0,
  };
}
