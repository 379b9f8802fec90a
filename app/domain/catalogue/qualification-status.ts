/** Workflow of a qualification: from → to → who, with what reason. What a provider proves, each judged alone. */
import type { ProviderStatus, QualificationCriterion, QualificationStatus } from "#db/vocabulary/catalogue";

type Step = { from: QualificationStatus; to: QualificationStatus; by: "owner" | "staff"; needsReason: boolean };

export const qualificationSteps = [
  { from: "draft", to: "submitted", by: "owner", needsReason: false },
  // Whatever the owner changes has to be looked at again.
  { from: "submitted", to: "draft", by: "owner", needsReason: false },
  { from: "passed", to: "draft", by: "owner", needsReason: false },
  { from: "returned", to: "draft", by: "owner", needsReason: false },
  { from: "submitted", to: "passed", by: "staff", needsReason: false },
  { from: "submitted", to: "returned", by: "staff", needsReason: true },
  { from: "passed", to: "returned", by: "staff", needsReason: true },
] as const satisfies readonly Step[];

/** The step by which `by` may take a qualification from one status to the other, or null. */
export function qualificationStep(by: Step["by"], from: QualificationStatus, to: QualificationStatus): Step | null {
  return qualificationSteps.find((step) => step.by === by && step.from === from && step.to === to) ?? null;
}

/** The verdicts that staff may give now. */
export function verdictsOn(status: QualificationStatus): ("passed" | "returned")[] {
  return (["passed", "returned"] as const).filter((to) => qualificationStep("staff", status, to) !== null);
}

/** What a criterion asks for: some everybody, some only those who want to show more. */
export const criterionRules: Record<QualificationCriterion, { isRequired: boolean; needsFile: boolean }> = {
  registration: { isRequired: true, needsFile: true },
  experience: { isRequired: true, needsFile: false },
  people: { isRequired: false, needsFile: false },
  security: { isRequired: true, needsFile: false },
  product: { isRequired: false, needsFile: false },
};

export const requiredCriteria = (Object.keys(criterionRules) as QualificationCriterion[]).filter(
  (criterion) => criterionRules[criterion].isRequired,
);

type Filled = { criterion: QualificationCriterion; statement: string; fileId: string | null };

/** Nothing was said and nothing shown: as if it were not there. */
export function isEmptyQualification({ statement, fileId }: Filled): boolean {
  return statement === "" && fileId === null;
}

/** What it still lacks before it may be handed in. */
export function missingOfQualification({ criterion, statement, fileId }: Filled): ("statement" | "file")[] {
  const { needsFile } = criterionRules[criterion];
  return [...(statement === "" ? (["statement"] as const) : []), ...(needsFile && !fileId ? (["file"] as const) : [])];
}

/** Whether the park has what the provider says, so that a change goes there at once. */
export function isWithPark(provider: { status: ProviderStatus; submittedAt: number | null }): boolean {
  if (provider.status === "pending_approval") return provider.submittedAt !== null;
  return provider.status === "open" || provider.status === "suspended";
}
