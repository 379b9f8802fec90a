import { scenarioQuestionsOf, type Gate, type Scheme } from "./scheme";
import { inThousandths, toPoints } from "./thousandths";

/** Scenario key → 0–4; an absent one counts as 0. */
export type ScenarioLevels = Record<string, number>;

/**
 * The highest level whose score, scenario count and constrained-scenario count all hold; 0 when none does.
 * Rule: `gating` of the scheme (thresholds reconstructed, see reference/SOURCES.md).
 */
export function levelOf(scheme: Scheme, total: number, scenarioLevels: ScenarioLevels): number {
  const reached = scheme.gates.filter((gate) => {
    const { points, scenes, constrained } = standing(scheme, gate, total, scenarioLevels);
    return points.missing === 0 && scenes.missing === 0 && constrained.missing === 0;
  });
  return reached.at(-1)?.level ?? 0;
}

/** One condition of a level: what is there, what is asked, what is missing. */
export type Condition = { has: number; needs: number; missing: number };
/** A scenario to be raised to the level's own number. */
export type Step = { sceneKey: string; from: number; to: number; isConstrained: boolean };
export type Blockers = {
  /** The next level. */
  level: number;
  points: Condition;
  scenes: Condition;
  constrained: Condition;
  /** The fewest scenarios whose rise would satisfy both counts, the nearest first, constrained ones before others. */
  raise: Step[];
};

/** Exactly what stands between the present level and the next one; null on the highest level. */
export function blockers(scheme: Scheme, total: number, scenarioLevels: ScenarioLevels): Blockers | null {
  const present = levelOf(scheme, total, scenarioLevels);
  const gate = scheme.gates.find(({ level }) => level > present);
  if (!gate) return null;
  const { points, scenes, constrained } = standing(scheme, gate, total, scenarioLevels);
  const below = stepsTo(scheme, gate.level, scenarioLevels);
  const firm = below.filter((step) => step.isConstrained).slice(0, constrained.missing);
  const free = below.filter((step) => !firm.includes(step)).slice(0, Math.max(0, scenes.missing - firm.length));
  return { level: gate.level, points, scenes, constrained, raise: [...firm, ...free] };
}

function standing(scheme: Scheme, gate: Gate, total: number, scenarioLevels: ScenarioLevels) {
  const standingScenes = scenarioQuestionsOf(scheme).filter(
    ({ sceneKey }) => (scenarioLevels[sceneKey] ?? 0) >= gate.level,
  );
  return {
    points: pointsCondition(total, gate.minScore),
    scenes: countCondition(standingScenes.length, gate.minScenes),
    constrained: countCondition(
      standingScenes.filter((scene) => isConstrained(scheme, scene.sceneKey)).length,
      gate.minConstrained,
    ),
  };
}

function stepsTo(scheme: Scheme, level: number, scenarioLevels: ScenarioLevels): Step[] {
  return scenarioQuestionsOf(scheme)
    .map(({ sceneKey }) => ({
      sceneKey,
      from: scenarioLevels[sceneKey] ?? 0,
      to: level,
      isConstrained: isConstrained(scheme, sceneKey),
    }))
    .filter(({ from }) => from < level)
    .toSorted((a, b) => b.from - a.from);
}

function isConstrained(scheme: Scheme, sceneKey: string): boolean {
  return scheme.constrainedScenes.includes(sceneKey);
}

function pointsCondition(has: number, needs: number): Condition {
  return { has, needs, missing: toPoints(Math.max(0, inThousandths(needs) - inThousandths(has))) };
}

function countCondition(has: number, needs: number): Condition {
  return { has, needs, missing: Math.max(0, needs - has) };
}
