/** Field errors travel as codes and become sentences where they are drawn. Client-safe. */
import type { MessageKey, Params, Translate } from "./messages";

const SEPARATOR = "|";

/** A message key with its parameters as one string. */
export function errorCode(key: MessageKey, params?: Params): string {
  return params ? `${key}${SEPARATOR}${JSON.stringify(params)}` : key;
}

/** The sentence of a code; parameters may also be given beside it. */
export function sayError(t: Translate, code: string, given?: Params): string {
  const [key, params] = split(code);
  return isKey(key) ? t(key, params ? JSON.parse(params) : given) : t("form:wrong");
}

function split(code: string): [string, string | null] {
  const at = code.indexOf(SEPARATOR);
  return at < 0 ? [code, null] : [code.slice(0, at), code.slice(at + 1)];
}

function isKey(text: string): text is MessageKey {
  return /^[a-z]+:[\w.]+$/.test(text);
}

type Issue = {
  code?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  input?: unknown;
  format?: string;
  errors?: ReadonlyArray<ReadonlyArray<{ message: string }>>;
};

/** What Zod found, as a code; schemas name their own code where this is too coarse. */
export function codeOfIssue(issue: Issue): string {
  if (issue.code === "too_small") {
    const min = Number(issue.minimum);
    if (issue.origin === "string") return errorCode("form:too_short", { min });
    if (issue.origin === "array") return "form:choose_some";
    return errorCode("form:too_low", { min });
  }
  if (issue.code === "too_big") {
    const max = Number(issue.maximum);
    if (issue.origin === "string") return errorCode("form:too_long", { max });
    if (issue.origin === "array") return errorCode("form:too_many", { max });
    return errorCode("form:too_high", { max });
  }
  if (issue.code === "invalid_type") return "form:required";
  // An optional field is "empty or …": what is wrong is what the last branch says.
  if (issue.code === "invalid_union") return issue.errors?.at(-1)?.[0]?.message ?? "form:wrong";
  return "form:wrong";
}
