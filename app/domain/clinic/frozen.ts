/**
 * What an issued report keeps of things that go on changing elsewhere: names, facts, estimates, ties. Written once at the
 * issue into `report.frozen`; an issued report is drawn from it and never from the live rows. Client-safe.
 */
import { z } from "zod";

const Named = z.object({ nameZh: z.string(), nameEn: z.string() });
const Names = z.record(z.string(), Named);

export const tieKinds = ["employer", "member", "declared", "contract"] as const;
export type TieKind = (typeof tieKinds)[number];

const FrozenTie = z.object({ organisationId: z.string(), name: z.string(), kind: z.enum(tieKinds) });

export const FrozenSolution = z.object({
  solutionId: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  /** The version that was current when the report was issued. */
  versionId: z.string(),
  versionNumber: z.number(),
});

export const FrozenAward = z.object({
  ruleId: z.string(),
  place: Named,
  batch: z.number(),
  requiredLevel: z.number(),
  /** Of 1000. */
  ratioThousandths: z.number(),
  capFen: z.number(),
  minFen: z.number(),
  maxFen: z.number(),
  source: z.string(),
});

const Condition = z.object({ has: z.number(), needs: z.number(), missing: z.number() });

export const FrozenLevels = z.object({
  schemeTitle: Named,
  issuingNo: z.string().nullable(),
  score: z.number(),
  level: z.number(),
  /** The dimensions judged by points. */
  dimensions: z.array(Named.extend({ key: z.string(), score: z.number(), maxScore: z.number() })),
  /** The dimension judged scenario by scenario. */
  scenarioDimension: Named.nullable(),
  scenarios: z.array(Named.extend({ key: z.string(), no: z.number(), level: z.number() })),
  /** What stands between the present level and the next; null on the highest. */
  gap: z.object({ level: z.number(), points: Condition, scenes: Condition, constrained: Condition }).nullable(),
});

export const Frozen = z.object({
  enterprise: z.object({
    name: z.string(),
    creditCode: z.string().nullable(),
    regionCode: z.string(),
    parkSlug: z.string().nullable(),
    industryCode: z.string().nullable(),
    employees: z.number().nullable(),
    revenueWan: z.number().nullable(),
  }),
  expert: z
    .object({ userId: z.string(), name: z.string(), title: z.string(), organisationName: z.string() })
    .nullable(),
  issuedByName: z.string(),
  names: z.object({ parks: Names, scenarios: Names, industries: Names }),
  levels: FrozenLevels.nullable(),
  solutions: z.array(FrozenSolution),
  awards: z.array(FrozenAward),
  ties: z.array(FrozenTie),
});

export type Frozen = z.infer<typeof Frozen>;
export type ShownTie = z.infer<typeof FrozenTie>;
export type ShownAward = z.infer<typeof FrozenAward>;
export type ShownLevels = z.infer<typeof FrozenLevels>;
export type KeptSolution = z.infer<typeof FrozenSolution>;
