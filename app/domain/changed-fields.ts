type Values = Record<string, unknown>;

/** Which of `next`'s fields differ from `row`, with their values before and after for the journal. Lists compare in order. */
export function changedFields<N extends Values>(row: Values, next: N) {
  const fields = Object.keys(next).filter((field) => !isSame(row[field], next[field]));
  const only = (values: Values) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { fields, before: only(row), after: only(next) };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
