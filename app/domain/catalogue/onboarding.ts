/** What a provider still has to do until enterprises find it, in order, and what keeps each step from being done. */
import type { ProviderStatus, QualificationCriterion, SolutionStatus } from "#db/vocabulary/catalogue";
import type { MissingOfProfile } from "./provider-form";

export const onboardingSteps = ["profile", "qualifications", "approval", "solution", "team"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];
/** `blocked`: an earlier step comes first. `waiting`: the park has it. `advice`: worth doing, not needed. */
export type StepState = "done" | "todo" | "blocked" | "waiting" | "advice";

export type OnboardingFacts = {
  status: ProviderStatus;
  submittedAt: number | null;
  missing: MissingOfProfile[];
  /** Required criteria that keep the papers from being handed in. */
  openCriteria: QualificationCriterion[];
  solutions: SolutionStatus[];
  members: number;
};

/** Each step with its state. */
export function stepStates(facts: OnboardingFacts): Record<OnboardingStep, StepState> {
  const isApproved = facts.status === "open" || facts.status === "suspended";
  const isWaiting = facts.status === "pending_approval" && facts.submittedAt !== null;
  const isFilled = facts.missing.length === 0;
  const isProven = facts.openCriteria.length === 0;
  return {
    profile: isFilled ? "done" : "todo",
    qualifications: isProven ? "done" : isApproved ? "advice" : "todo",
    approval: isApproved ? "done" : isWaiting ? "waiting" : isFilled && isProven ? "todo" : "blocked",
    solution: solutionState(facts.solutions),
    team: facts.members > 1 ? "done" : "advice",
  };
}

function solutionState(solutions: readonly SolutionStatus[]): StepState {
  if (solutions.includes("published")) return "done";
  return solutions.includes("submitted") ? "waiting" : "todo";
}

/** Whether enterprises can find it: then the list has done its work. */
export function isOnboarded(states: Record<OnboardingStep, StepState>): boolean {
  return states.approval === "done" && states.solution === "done";
}
