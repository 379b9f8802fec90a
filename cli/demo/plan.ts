/**
 * How much of everything. The programme's figures are those of the press conference of 2025-02-26 (db/reference/SOURCES.md):
 * 16,030 diagnosed, 10,900 retrofits, 1,795 sessions over 102 parks, over 800 providers and 1,200 solutions, over 600
 * activities with over 50,000 participants. The CNY 40 billion are planned investment of whole enterprises; contracts here
 * are what a small enterprise pays one provider, 50 to 800 thousand yuan each.
 */
import type { ProviderStatus, SolutionStatus } from "#db/vocabulary/catalogue";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { EnquiryStatus, ProjectStatus } from "#db/vocabulary/projects";

export type Size = "programme" | "small";

export type Plan = {
  /** Slugs of the parks in which things happen; null: all of the programme. */
  parks: readonly string[] | null;
  providers: Readonly<Record<ProviderStatus, number>>;
  solutions: Readonly<Record<SolutionStatus, number>>;
  /** Published solutions whose next version waits for the moderator. */
  solutionsUpdating: number;
  promotionCentres: number;
  experts: number;
  /** Enterprises with a report issued: closed ones long ago, the others lately. */
  diagnosed: { closed: number; confirmed: number; reported: number };
  /** Cases that never came to a report; enterprises of their own, except the two report states, which are second visits. */
  openCases: Readonly<Partial<Record<DiagnosisStatus, number>>>;
  /** Registered enterprises without any case. */
  undiagnosed: number;
  /** One project for each enterprise. */
  projects: Readonly<Record<ProjectStatus, number>>;
  parkSessions: number;
  otherEvents: { held: number; published: number; cancelled: number; draft: number };
  participantsPerEvent: readonly [number, number];
  enquiries: Readonly<Record<EnquiryStatus, number>>;
  /** Pairs of questionnaires, before and after, for each change of level. */
  answerPairs: number;
};

const programme: Plan = {
  parks: null,
  providers: { open: 826, pending_approval: 22, changes_requested: 11, suspended: 8, rejected: 6, terminated: 5 },
  solutions: {
    published: 1236,
    submitted: 52,
    draft: 44,
    changes_requested: 26,
    rejected: 12,
    withdrawn: 16,
    suspended: 9,
    archived: 14,
  },
  solutionsUpdating: 24,
  promotionCentres: 13,
  experts: 300,
  diagnosed: { closed: 15_890, confirmed: 62, reported: 78 },
  openCases: {
    draft: 12,
    submitted: 52,
    changes_requested: 18,
    accepted: 38,
    assigned: 40,
    scheduled: 44,
    on_site: 24,
    report_draft: 32,
    report_review: 26,
    declined: 14,
    withdrawn: 10,
    cancelled: 8,
  },
  undiagnosed: 60,
  projects: {
    accepted: 9_800,
    implementing: 420,
    completed: 180,
    acceptance_requested: 140,
    document_check: 120,
    evaluation: 160,
    rectification: 80,
    filed: 80,
    contracted: 60,
    pool: 70,
    terminated: 30,
  },
  parkSessions: 1_795,
  otherEvents: { held: 604, published: 22, cancelled: 3, draft: 3 },
  participantsPerEvent: [42, 132],
  enquiries: { sent: 70, acknowledged: 60, quoted: 110, accepted: 90, declined: 50, withdrawn: 24 },
  answerPairs: 24,
};

const small: Plan = {
  parks: ["nanchang-xiaolan-etdz", "ganzhou-nankang-edz", "nanchang-htdz"],
  providers: { open: 14, pending_approval: 3, changes_requested: 1, suspended: 1, rejected: 1, terminated: 1 },
  solutions: {
    published: 40,
    submitted: 4,
    draft: 3,
    changes_requested: 2,
    rejected: 1,
    withdrawn: 2,
    suspended: 1,
    archived: 1,
  },
  solutionsUpdating: 2,
  promotionCentres: 1,
  experts: 6,
  diagnosed: { closed: 26, confirmed: 3, reported: 4 },
  openCases: {
    draft: 1,
    submitted: 4,
    changes_requested: 2,
    accepted: 3,
    assigned: 3,
    scheduled: 3,
    on_site: 2,
    report_draft: 2,
    report_review: 2,
    declined: 1,
    withdrawn: 1,
    cancelled: 1,
  },
  undiagnosed: 3,
  projects: {
    accepted: 10,
    implementing: 1,
    completed: 1,
    acceptance_requested: 1,
    document_check: 1,
    evaluation: 1,
    rectification: 1,
    filed: 1,
    contracted: 1,
    pool: 1,
    terminated: 1,
  },
  parkSessions: 9,
  otherEvents: { held: 6, published: 3, cancelled: 1, draft: 1 },
  participantsPerEvent: [42, 132],
  enquiries: { sent: 3, acknowledged: 2, quoted: 3, accepted: 2, declined: 2, withdrawn: 1 },
  answerPairs: 3,
};

export const plans: Record<Size, Plan> = { programme, small };

export function totalOf(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** A total dealt out over so many places, as evenly as whole numbers allow; the first ones get the remainder. */
export function dealtOut(total: number, places: number): number[] {
  const each = Math.floor(total / places);
  return Array.from({ length: places }, (_, index) => each + (index < total - each * places ? 1 : 0));
}
