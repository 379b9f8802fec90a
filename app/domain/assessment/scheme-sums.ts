/** What must add up in a scheme before anyone is judged by it. */
import { fieldsOf } from "./derivation";
import { questionsOf, scenarioQuestionsOf, type Indicator, type Question, type Scheme } from "./scheme";
import { inThousandths } from "./thousandths";

/**
 * The sums that do not hold, each as a line for operators; empty when all is well. Checks the weights 50/30/20, that every
 * indicator and dimension is the sum of its parts, 16 scenarios, and four gates that never fall and can be met
 * (工信厅企业〔2024〕56号 by way of reference/SOURCES.md). How many scenarios are constrained is provisional and may be edited.
 */
export function brokenSums(scheme: Scheme): string[] {
  const broken: string[] = [];
  const expect = (isTrue: boolean, what: string) => {
    if (!isTrue) broken.push(`${scheme.key}: ${what}`);
  };

  const scored = scheme.dimensions.filter((dimension) => dimension.mode === "points");
  expect(scored.map(({ maxScore }) => maxScore).join("/") === "50/30/20", "dimensions are not 50/30/20");
  for (const dimension of scored) {
    expect(sumsTo(dimension.maxScore, dimension.indicators), `${dimension.key} is not the sum of its indicators`);
    for (const indicator of dimension.indicators) {
      expect(sumsTo(indicator.maxScore, indicator.questions), `${indicator.key} is not the sum of its questions`);
    }
  }
  for (const question of questionsOf(scheme)) {
    expect(reachesMaximum(question), `${question.key} cannot reach its maximum`);
    expect(knowsItsFields(scheme, question), `${question.key} is derived from fields nobody is asked for`);
  }

  const scenes = scenarioQuestionsOf(scheme);
  const constrained = scenes.filter((question) => question.constrained).map(({ sceneKey }) => sceneKey);
  expect(new Set(scenes.map(({ sceneKey }) => sceneKey)).size === 16, "not 16 scenarios");
  expect(constrained.toSorted().join() === scheme.constrainedScenes.toSorted().join(), "constrained marks disagree");
  expect(hasUniqueNames(scheme), "two questions or number fields share a key");

  expect(scheme.gates.map(({ level }) => level).join() === "1,2,3,4", "not four gates");
  expect(scheme.levels.map(({ level }) => level).join() === "0,1,2,3,4", "not five levels");
  expect(gatesNeverFall(scheme), "a higher level asks for less than a lower one");
  expect(gatesCanBeMet(scheme), "a level asks for more than there is");
  return broken;
}

function sumsTo(maxScore: number, parts: Array<Pick<Indicator, "maxScore">>): boolean {
  return parts.reduce((sum, part) => sum + inThousandths(part.maxScore), 0) === inThousandths(maxScore);
}

function reachesMaximum({ type, options, maxScore }: Question): boolean {
  const scores = options.map((option) => inThousandths(option.score));
  const reachable = type === "multi" ? scores.reduce((sum, score) => sum + score, 0) : Math.max(...scores);
  return reachable === inThousandths(maxScore);
}

function knowsItsFields(scheme: Scheme, { derivation }: Question): boolean {
  const asked = new Set(questionsOf(scheme).flatMap(({ numberFields }) => numberFields.map((field) => field.key)));
  return derivation === null || fieldsOf(derivation).every((field) => asked.has(field));
}

/** Fields every form has besides its questions. */
const reservedNames = ["edit", "intent"];

function hasUniqueNames(scheme: Scheme): boolean {
  const asked = questionsOf(scheme).flatMap(({ key, numberFields }) => [
    key,
    ...numberFields.map((field) => field.key),
  ]);
  const names = [...reservedNames, ...asked];
  return new Set(names).size === names.length;
}

function gatesNeverFall({ gates }: Scheme): boolean {
  return gates.every((gate, at) => {
    const lower = gates[at - 1];
    if (!lower) return true;
    return (
      gate.minScore >= lower.minScore &&
      gate.minScenes >= lower.minScenes &&
      gate.minConstrained >= lower.minConstrained
    );
  });
}

function gatesCanBeMet(scheme: Scheme): boolean {
  const scenes = scenarioQuestionsOf(scheme).length;
  return scheme.gates.every(
    ({ minScore, minScenes, minConstrained }) =>
      minScore <= 100 && minScenes <= scenes && minConstrained <= scheme.constrainedScenes.length,
  );
}
