/**
 * A report as people read it, fenced by who looks: everything that pages and documents draw. An issued report is drawn from
 * what was kept at its issue; only whether a named solution can still be opened is read live.
 */
import type { Reader } from "#db/store.server";
import type { Expert } from "~/domain/identity/actor";
import type { CaseNames } from "./case-names.server";
import { mayRead } from "./case-page.server";
import { conflictOf, type ConflictFinding } from "./conflict";
import {
  findingsOf,
  recommendationsOf,
  reportsOfCase,
  type Finding,
  type Recommendation,
  type Report,
} from "./draft-report.server";
import type { Frozen, KeptSolution, ShownAward, ShownLevels, ShownTie } from "./frozen";
import { diagnosisFor, type CaseActor, type Diagnosis } from "./moves.server";
import { namedSolutions } from "./named-solutions.server";
import { onSiteResult, type OnSiteResult } from "./on-site.server";
import { commentsOf, type ShownComment } from "./report-comments.server";
import { factsOf, personName } from "./report-facts.server";
import { photosOfReport, type PhotoOfReport } from "./report-photos.server";
import { budgetOf, roadmapOf, type Budget, type RoadmapStop } from "./report-sums";
import { noVerdict, reviewFor } from "./second-opinions.server";
import { tiedIds } from "./ties.server";

export type ShownSolution = KeptSolution & {
  /** Listed by an organisation the expert is tied to. */
  isTied: boolean;
  /** False when it was hidden after the expert named it: readers cannot open it. */
  isPublished: boolean;
};
export type ShownRecommendation = Recommendation & { solutions: ShownSolution[] };
export type ShownFinding = Finding & { recommendations: ShownRecommendation[] };
export type ShownVersion = Pick<Report, "number" | "status" | "issuedAt" | "supersededAt" | "correctionNote">;

export type ReportOnPage = {
  case: Diagnosis;
  report: Omit<Report, "frozen">;
  /** Every version this reader may open, the newest first; more than one only after a correction. */
  versions: ShownVersion[];
  enterprise: Frozen["enterprise"];
  expert: Frozen["expert"];
  /** Who signed it for the park; null while it is not issued. */
  issuedByName: string | null;
  /** The on-site result the report rests on. */
  assessment: OnSiteResult | null;
  /** The same by dimension and scenario; null while it is not finished. */
  levels: ShownLevels | null;
  findings: ShownFinding[];
  /** Photos of all findings; none in what a consent lets a provider draw, which asks for them itself. */
  photos: PhotoOfReport[];
  /** All recommendations by quarter; those without one last. */
  roadmap: RoadmapStop<ShownRecommendation>[];
  budget: Budget;
  /** Estimates, one for every rule that fits; empty when none does. */
  awards: ShownAward[];
  ties: ShownTie[];
  conflict: ConflictFinding;
  /** What reviewers said; only for the author, the park and the second expert. */
  comments: ShownComment[];
  /** The second expert asked, for the same readers. */
  reviewerName: string | null;
  names: CaseNames;
};

/**
 * One version of a case's report when this actor may read it, the newest of those without `number`; else null. Reading marks
 * nothing.
 */
export async function reportPage(
  db: Reader,
  actor: CaseActor,
  diagnosisId: string,
  number: number | null = null,
): Promise<ReportOnPage | null> {
  const about = await diagnosisFor(db, actor, diagnosisId);
  if (!about) return null;
  const readable = (await reportsOfCase(db, about.id)).filter(({ status }) => mayRead(actor, status));
  const report = number === null ? readable[0] : readable.find((version) => version.number === number);
  if (!report) return null;
  const page = await withPhotos(db, await drawn(db, about, report, readable));
  const isReviewing = actor.kind === "expert" || actor.kind === "park";
  return page && isReviewing ? withReview(db, page, report) : page;
}

/** The report in review that exactly this expert was asked about, else null. */
export async function reviewPage(db: Reader, reviewer: Expert, reportId: string): Promise<ReportOnPage | null> {
  const found = await reviewFor(db, reviewer, reportId);
  const page = found && (await withPhotos(db, await drawn(db, found.about, found.handedIn, [found.handedIn])));
  return page && withReview(db, page, found.handedIn);
}

/** One version for a reader whom the enterprise let in by a consent: the caller has checked it, and cuts the report down. */
export function drawnReport(db: Reader, about: Diagnosis, report: Report): Promise<ReportOnPage | null> {
  return drawn(db, about, report, [report]);
}

async function drawn(
  db: Reader,
  about: Diagnosis,
  report: Report,
  versions: readonly Report[],
): Promise<ReportOnPage | null> {
  const [findings, recommendations, onSite] = await Promise.all([
    findingsOf(db, report.id),
    recommendationsOf(db, report.id),
    onSiteResult(db, about.id, report.assessmentId),
  ]);
  const facts = await factsOf(db, about, { report, findings, recommendations });
  if (!facts) return null;
  const { frozen: _frozen, ...kept } = report;
  const shown = await withSolutions(db, recommendations, facts);
  const { enterprise, expert, issuedByName, levels, awards, ties, names } = facts;
  return {
    case: about,
    report: { ...kept, reviewerUserId: null, ...noVerdict },
    versions: versions.map(versionOf),
    enterprise,
    expert,
    issuedByName,
    assessment: onSite,
    levels,
    findings: nested(findings, shown),
    photos: [],
    roadmap: roadmapOf(shown),
    budget: budgetOf(recommendations),
    awards,
    ties,
    conflict: conflictOf({ recommendations: shown, tiedProviderIds: tiedIds(ties), disclosure: report.disclosure }),
    comments: [],
    reviewerName: null,
    names,
  };
}

async function withPhotos(db: Reader, page: ReportOnPage | null): Promise<ReportOnPage | null> {
  return page && { ...page, photos: await photosOfReport(db, page.report.id) };
}

/** What reviewers said is between the author, the park and them. */
async function withReview(db: Reader, page: ReportOnPage, report: Report): Promise<ReportOnPage> {
  const { reviewerUserId, reviewVerdict, reviewText, reviewedAt } = report;
  const [comments, reviewerName] = await Promise.all([commentsOf(db, page.report.id), personName(db, reviewerUserId)]);
  const review = { reviewerUserId, reviewVerdict, reviewText, reviewedAt };
  return { ...page, report: { ...page.report, ...review }, comments, reviewerName };
}

async function withSolutions(
  db: Reader,
  recommendations: readonly Recommendation[],
  { solutions, ties }: Pick<Frozen, "solutions" | "ties">,
): Promise<ShownRecommendation[]> {
  const open = await namedSolutions(
    db,
    solutions.map(({ solutionId }) => solutionId),
  );
  const published = new Set(open.filter(({ isPublished }) => isPublished).map(({ solutionId }) => solutionId));
  const tied = new Set(tiedIds(ties));
  const byId = new Map(
    solutions.map((one) => [
      one.solutionId,
      { ...one, isTied: tied.has(one.providerId), isPublished: published.has(one.solutionId) },
    ]),
  );
  return recommendations.map((item) => ({ ...item, solutions: item.solutionIds.flatMap((id) => byId.get(id) ?? []) }));
}

function nested(findings: readonly Finding[], recommendations: readonly ShownRecommendation[]): ShownFinding[] {
  const byFinding = new Map<string, ShownRecommendation[]>(findings.map(({ id }) => [id, []]));
  for (const item of recommendations) byFinding.get(item.findingId)?.push(item);
  return findings.map((item) => ({ ...item, recommendations: byFinding.get(item.id) ?? [] }));
}

function versionOf({ number, status, issuedAt, supersededAt, correctionNote }: Report): ShownVersion {
  return { number, status, issuedAt, supersededAt, correctionNote };
}
