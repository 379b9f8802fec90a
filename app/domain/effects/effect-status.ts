/** The workflow of an effect: the enterprise measures and confirms, the park confirms or sends it back with words. Pure. */
import type { EffectStatus } from "#db/vocabulary/clinic";

export type EffectSide = "enterprise" | "park";
export type EffectAct = "confirm" | "park_confirm" | "reject" | "reopen";

type Row = { act: EffectAct; from: EffectStatus; to: EffectStatus; by: EffectSide };

/** A confirmed effect is public and final. */
export const effectMoves: readonly Row[] = [
  { act: "confirm", from: "open", to: "enterprise_confirmed", by: "enterprise" },
  { act: "reopen", from: "enterprise_confirmed", to: "open", by: "enterprise" },
  { act: "park_confirm", from: "enterprise_confirmed", to: "confirmed", by: "park" },
  { act: "reject", from: "enterprise_confirmed", to: "rejected", by: "park" },
  { act: "reopen", from: "rejected", to: "open", by: "enterprise" },
];

/** Where an act leads, or null when this side may not do it now. */
export function moveOf(act: EffectAct, from: EffectStatus, by: EffectSide): EffectStatus | null {
  return effectMoves.find((row) => row.act === act && row.from === from && row.by === by)?.to ?? null;
}

/** What a side may do now. */
export function actsOf(status: EffectStatus, by: EffectSide): EffectAct[] {
  return effectMoves.filter((row) => row.from === status && row.by === by).map(({ act }) => act);
}

/** Figures and the note are edited, and the questionnaire filled in, only while it is open. */
export function mayEdit(status: EffectStatus): boolean {
  return status === "open";
}
