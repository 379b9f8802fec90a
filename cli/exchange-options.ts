/** What `import` and `export` have in common: the kinds of files, the language, where a file lies. */
import { Argument, Option } from "commander";
import { resolve } from "node:path";
import { locales, type Locale } from "#db/vocabulary/identity";

export const fileKinds = ["providers", "solutions", "enterprises"] as const;
export type FileKind = (typeof fileKinds)[number];

export const kindArgument = () => new Argument("<kind>", "what the file holds").choices(fileKinds);

export const languageOption = () =>
  new Option("--lang <language>", "language of messages").choices(locales).default(usualLanguage());

/** Chinese, unless the terminal speaks English. */
function usualLanguage(): Locale {
  const spoken = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  return /^en/i.test(spoken) ? "en" : "zh-CN";
}

/** npm changes into the project; the operator means the folder the command was typed in. */
export function fileNamed(given: string): string {
  return resolve(process.env.INIT_CWD ?? ".", given);
}
