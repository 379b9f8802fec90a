/** Scenarios in the groups pages show them in. Pure. */
import type { Reference, Scenario } from "./reference";

export type Stage = { key: string; nameZh: string; nameEn: string; scenarios: Scenario[] };

export function scenariosOfKind(reference: Reference, kind: Scenario["kind"]): Scenario[] {
  return [...reference.scenarios.values()].filter((scenario) => scenario.kind === kind);
}

/** The core scenarios under their stages, both in the order of the questionnaire. */
export function coreByStage(reference: Reference): Stage[] {
  const stages = new Map<string, Stage>();
  for (const scenario of scenariosOfKind(reference, "core")) {
    const key = scenario.stageKey ?? "";
    const stage = stages.get(key) ?? { key, nameZh: scenario.stageZh, nameEn: scenario.stageEn, scenarios: [] };
    stage.scenarios.push(scenario);
    stages.set(key, stage);
  }
  return [...stages.values()];
}

/** Examples from industries of one core scenario. */
export function examplesOf(reference: Reference, key: string): Scenario[] {
  return scenariosOfKind(reference, "example").filter((scenario) => scenario.example?.coreScenario === key);
}

/** The chains that put a scenario first. */
export function chainsFor(reference: Reference, key: string) {
  return reference.chains.filter((chain) => chain.priorityScenarios.includes(key));
}

export type ScenarioTile = ReturnType<typeof scenarioTile>;

/** What a tile shows of a scenario. */
export function scenarioTile(scenario: Scenario, solutionCounts: ReadonlyMap<string, number>) {
  const { key, nameZh, nameEn, descriptionZh, descriptionEn, constrained } = scenario;
  return { key, nameZh, nameEn, descriptionZh, descriptionEn, constrained, solutions: solutionCounts.get(key) ?? 0 };
}
