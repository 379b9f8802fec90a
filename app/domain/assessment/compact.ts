/**
 * A visitor's answers as one short text for a cookie: scheme and version, choices, numbers, in the order of the
 * questionnaire and in characters a cookie takes as they are. A filled questionnaire stays under 500 bytes.
 */
import { readAnswers, type Answers } from "./answers";
import { questionsOf, type Scheme } from "./scheme";

const FORM = "1";
const MOST_CHARACTERS = 2000;

export function packAnswers(version: number, scheme: Scheme, answers: Answers): string {
  const questions = questionsOf(scheme);
  const choices = questions.map(({ key }) => answers[key]?.choice.join("") ?? "");
  const numbers = questions.flatMap(({ key, numberFields }) =>
    numberFields.map((field) => String(answers[key]?.numbers[field.key] ?? "")),
  );
  return [FORM, scheme.key, String(version), choices.join("."), numbers.join("!")].join("~");
}

/** The scheme version some packed answers were given under; null when the text is not ours. */
export function packedVersion(packed: string, schemeKey: string): number | null {
  const [form, key, version] = packed.split("~");
  return form === FORM && key === schemeKey && version && /^\d{1,6}$/.test(version) ? Number(version) : null;
}

/** Reads answers back; anything that is not an answer of this scheme is left out. */
export function unpackAnswers(scheme: Scheme, packed: string): Answers {
  if (packed.length > MOST_CHARACTERS || packedVersion(packed, scheme.key) === null) return {};
  const [, , , choices = "", numbers = ""] = packed.split("~");
  const chosen = choices.split(".");
  const counts = numbers.split("!");
  let nextNumber = 0;
  const kept = questionsOf(scheme).map(({ key, numberFields }, at) => [
    key,
    {
      choice: [...(chosen[at] ?? "")],
      numbers: Object.fromEntries(numberFields.map((field) => [field.key, amount(counts[nextNumber++])])),
    },
  ]);
  return readAnswers(scheme, Object.fromEntries(kept));
}

function amount(text: string | undefined): number | null {
  return text && /^\d{1,10}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
}
