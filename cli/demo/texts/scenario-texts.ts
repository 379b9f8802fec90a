import { foundation } from "./foundation";
import { lifecycle } from "./lifecycle";
import { management } from "./management";
import { production } from "./production";
import type { ScenarioText } from "./scenario-text";

/** By scenario key: the 16 core scenarios and the 7 foundation categories. */
export const scenarioTexts: Record<string, ScenarioText> = { ...lifecycle, ...production, ...management, ...foundation };

/** The text of a scenario that must be there. */
export function textOf(key: string): ScenarioText {
  const text = scenarioTexts[key];
  if (!text) throw new Error(`no demonstration text for scenario ${key}`);
  return text;
}
