/**
 * Workflow of a project that came from an accepted quote: from → to → whose step, and whether it needs a reason. Shared by
 * commands and buttons. Filing, evaluation and awards are not among its steps (docs/decisions/0026). Pure.
 */
import type { ProjectStatus } from "#db/vocabulary/projects";
import type { EnquirySide } from "./enquiry-status";

export type ProjectAct = "start" | "deliver" | "accept" | "object";
type Step = { act: ProjectAct; from: ProjectStatus; to: ProjectStatus; by: EnquirySide; needsReason: boolean };

export const projectSteps = [
  { act: "start", from: "contracted", to: "implementing", by: "provider", needsReason: false },
  { act: "deliver", from: "implementing", to: "completed", by: "provider", needsReason: false },
  { act: "accept", from: "completed", to: "accepted", by: "enterprise", needsReason: false },
  { act: "object", from: "completed", to: "implementing", by: "enterprise", needsReason: true },
] as const satisfies readonly Step[];

/** Working days after which an enterprise that does not answer a delivery is reminded. */
export const REMINDER_DAYS = [5, 10] as const;

/** The step a side may take now, or null. */
export function stepOf(by: EnquirySide, from: ProjectStatus, act: ProjectAct): Step | null {
  return projectSteps.find((step) => step.by === by && step.from === from && step.act === act) ?? null;
}

/** Whose turn it is; null when nobody waits for anybody. */
export function projectHolder(status: ProjectStatus): EnquirySide | null {
  return projectSteps.find(({ from }) => from === status)?.by ?? null;
}

/** What was contracted elsewhere follows the programme's own way and is only read here. */
export function isFromQuote(project: { quoteId: string | null }): boolean {
  return project.quoteId !== null;
}
