/** What an action answered to one of several forms of a page; undefined for the others. */
export function answerFor(answer: unknown, intent: string): unknown {
  if (!isObject(answer) || !isObject(answer.initialValue)) return undefined;
  return answer.initialValue.intent === intent ? answer : undefined;
}

/** What an action answered to one of the forms that have no fields to keep. */
export function answerForAny(answer: unknown, intents: readonly string[]): unknown {
  return intents.map((intent) => answerFor(answer, intent)).find((own) => own !== undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
