/** Complaints: from → to → who. Shared by server and buttons. */
import type { ComplaintStatus } from "#db/vocabulary/moderation";

type Move = { from: ComplaintStatus; to: ComplaintStatus };

/** Staff answer once, always in words; an answered complaint stays answered. */
const moves: readonly Move[] = [
  { from: "open", to: "upheld" },
  { from: "open", to: "dismissed" },
];

/** The answers that staff may give now. */
export function complaintAnswers(status: ComplaintStatus): ("upheld" | "dismissed")[] {
  return moves.flatMap(({ from, to }) => (from === status && to !== "open" ? [to] : []));
}

/** The provider is heard once, until staff have answered. */
export function mayBeHeard(complaint: { status: ComplaintStatus; providerAnsweredAt: number | null }): boolean {
  return complaint.status === "open" && complaint.providerAnsweredAt === null;
}
