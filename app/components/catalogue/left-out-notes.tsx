/** What was left out of a list's address: named as its filters are, and how much of a text was read. */
import { Note } from "~/components/kit/status";
import type { IgnoredValue } from "~/domain/catalogue/listing-query";
import type { MessageKey } from "~/i18n/messages";
import { useTranslate } from "~/i18n/use-translate";
import { IgnoredNote } from "./listing-chips";

const labels: ReadonlyMap<string, MessageKey> = new Map([
  ["q", "search:list.q"],
  ["scenario", "search:list.facet.scenario"],
  ["industry", "search:list.facet.industry"],
  ["deploy", "search:list.facet.deploy"],
  ["region", "search:list.facet.region"],
  ["park", "search:list.facet.park"],
  ["provider", "search:list.facet.provider"],
  ["price_max", "search:list.price_max"],
  ["days_max", "search:list.days_max"],
  ["ai", "search:list.chip.ai"],
  ["without", "search:list.without"],
  ["sort", "search:list.sort"],
  ["per", "search:list.per"],
  ["after", "search:list.after"],
  ["type", "search:providers.type"],
]);

type NotesProps = {
  ignored: readonly IgnoredValue[];
  isShortened: boolean;
  /** Characters of the text that are read. */
  most: number;
};

export function LeftOutNotes({ ignored, isShortened, most }: NotesProps) {
  const t = useTranslate();
  const label = (name: string) => {
    const key = labels.get(name);
    return key ? t(key) : name;
  };
  const rest = isShortened ? ignored.find(({ name }) => name === "q") : undefined;
  const others = ignored.filter((each) => each !== rest);
  return (
    <>
      {isShortened ? <Note tone="waiting">{t("search:list.shortened", { most })}</Note> : null}
      <IgnoredNote ignored={others.map(({ name, value }) => ({ name: label(name), value }))} />
    </>
  );
}

/** What was typed into a field and could not be read; null when nothing was. */
export function leftOutOf(ignored: readonly IgnoredValue[], name: string): string | null {
  return ignored.find((each) => each.name === name)?.value ?? null;
}
