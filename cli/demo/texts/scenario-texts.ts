import { customers } from "./customers";
import { design } from "./design";
import { foundationCare } from "./foundation-care";
import { foundationTechnology } from "./foundation-technology";
import { office } from "./office";
import { planningAndControl } from "./planning-and-control";
import { qualityAndEquipment } from "./quality-and-equipment";
import { safetyAndEnergy } from "./safety-and-energy";
import type { ScenarioText } from "./scenario-text";
import { steering } from "./steering";
import { supplyChain } from "./supply-chain";

/** By scenario key, in the order of the questionnaire: the 16 core scenarios, then the 7 foundation categories. */
export const scenarioTexts: Record<string, ScenarioText> = {
  ...design,
  ...customers,
  ...planningAndControl,
  ...qualityAndEquipment,
  ...safetyAndEnergy,
  ...supplyChain,
  ...office,
  ...steering,
  ...foundationTechnology,
  ...foundationCare,
};

/** How much is asked for a scenario, 1 where nothing is said: most begin on the shop floor. */
export const scenarioDemand: Record<string, number> = {
  production_control: 3,
  quality: 3,
  planning: 2.6,
  equipment: 2.6,
  energy: 2.6,
  warehouse_logistics: 2.6,
  safety: 2,
  f_equipment_iot: 1.8,
  procurement: 1.6,
  process_design: 1.6,
  product_design: 1.6,
  finance: 1.3,
};

/** The text of a scenario that must be there. */
export function textOf(key: string): ScenarioText {
  const text = scenarioTexts[key];
  if (!text) throw new Error(`no demonstration text for scenario ${key}`);
  return text;
}
