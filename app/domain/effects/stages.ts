/** Which measurement comes next. Pure. */
import type { EffectStage, EffectStatus } from "#db/vocabulary/clinic";

/** The first, and once the park has confirmed it a second; null while one is under way, and after both. */
export function nextStage(measured: readonly { stage: EffectStage; status: EffectStatus }[]): EffectStage | null {
  if (measured.length === 0) return "t1";
  if (measured.some(({ stage }) => stage === "t2")) return null;
  return measured.every(({ status }) => status === "confirmed") ? "t2" : null;
}
