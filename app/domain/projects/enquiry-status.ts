/** Workflow of an enquiry: from → to → whose step, and whether it needs a reason. Shared by the commands and the buttons. */
import type { EnquiryReason, EnquiryStatus } from "#db/vocabulary/projects";

export type EnquirySide = "enterprise" | "provider";
/** Expired is never stored: it is a waiting enquiry whose time has passed. */
export type EnquiryState = EnquiryStatus | "expired";
type Step = { from: EnquiryStatus; to: EnquiryStatus; by: EnquirySide; needsReason: boolean };

export const enquirySteps = [
  { from: "sent", to: "acknowledged", by: "provider", needsReason: false },
  { from: "sent", to: "quoted", by: "provider", needsReason: false },
  { from: "acknowledged", to: "quoted", by: "provider", needsReason: false },
  { from: "quoted", to: "quoted", by: "provider", needsReason: false },
  { from: "quoted", to: "accepted", by: "enterprise", needsReason: false },
  { from: "quoted", to: "declined", by: "enterprise", needsReason: true },
  { from: "sent", to: "declined", by: "provider", needsReason: true },
  { from: "acknowledged", to: "declined", by: "provider", needsReason: true },
  { from: "quoted", to: "declined", by: "provider", needsReason: true },
  { from: "sent", to: "withdrawn", by: "enterprise", needsReason: true },
  { from: "acknowledged", to: "withdrawn", by: "enterprise", needsReason: true },
] as const satisfies readonly Step[];

/** The states in which somebody still waits for somebody. */
export const openStatuses = ["sent", "acknowledged", "quoted"] as const satisfies readonly EnquiryStatus[];

/** Days a provider has to answer, and again once it has acknowledged; calendar days. */
export const ANSWER_DAYS = 15;
/** Days a quote stands unless its provider says otherwise. */
export const QUOTE_DAYS = 30;
export const DAY_MS = 86_400_000;
/** More providers than these at once are a tender. */
export const MAX_ASKED = 5;

/** Why each side may end an enquiry. */
export const reasonsOf: Record<EnquirySide, readonly EnquiryReason[]> = {
  enterprise: ["price", "timing", "not_suitable", "chose_other", "no_answer", "plans_changed", "other"],
  provider: ["not_served", "no_capacity", "need_unclear", "other"],
};

/** The state at a moment: a waiting enquiry whose time has passed is expired. */
export function stateAt(enquiry: { status: EnquiryStatus; expiresAt: number }, now: number): EnquiryState {
  return isOpen(enquiry.status) && now > enquiry.expiresAt ? "expired" : enquiry.status;
}

/** Whether one side still waits for the other. */
export function isOpen(state: EnquiryState): boolean {
  return openStatuses.some((status) => status === state);
}

export type EndedState = Exclude<EnquiryState, (typeof openStatuses)[number]>;

/** Nobody waits for anybody any more. */
export function isEnded(state: EnquiryState): state is EndedState {
  return !isOpen(state);
}

/** Whether a side may take an enquiry from one state to a status. */
export function mayMove(by: EnquirySide, from: EnquiryState, to: EnquiryStatus): boolean {
  return enquirySteps.some((step) => step.by === by && step.from === from && step.to === to);
}

/** Whose turn it is, or null when nobody waits any more. */
export function holderOf(state: EnquiryState): EnquirySide | null {
  if (state === "quoted") return "enterprise";
  return isOpen(state) ? "provider" : null;
}
