/** Words that providers wrote themselves: Chinese on every page, which an English one says of them. */
import type { ReactNode } from "react";
import { useLocale } from "~/i18n/use-translate";

const HAN = /\p{Script=Han}/u;
/** Stands for the words in a sentence; nobody types it. */
const PLACE = "\u0000";

/** The `lang` of an element that shows nothing but such words; none on Chinese pages, or where no word is Chinese. */
export function useLangOf(): (words: string) => "zh-CN" | undefined {
  const locale = useLocale();
  return (words) => (locale !== "zh-CN" && HAN.test(words) ? "zh-CN" : undefined);
}

type WithinProps = { words: string; sentence: (words: string) => string };

/** A sentence of the page around such words. */
export function Within({ words, sentence }: WithinProps): ReactNode {
  const lang = useLangOf()(words);
  if (lang === undefined) return sentence(words);
  const [before = "", after = ""] = sentence(PLACE).split(PLACE);
  return (
    <>
      {before}
      <span lang={lang}>{words}</span>
      {after}
    </>
  );
}
