/** What differs between two versions in one field: words marked, names put in and taken out, before and after. */
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { SolutionContent } from "~/domain/catalogue/solution-sections";
import type { FieldDifference, ListField } from "~/domain/catalogue/version-difference";
import type { Piece } from "~/domain/catalogue/word-difference";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { useFieldValues } from "./field-values";

/** Longer stretches that stayed are cut in the middle: what changed must not be searched for. */
const LONG = 240;
const EDGE = 80;

export type ShownVersion = { content: SolutionContent; names: NamedCodes };
type Props = { difference: FieldDifference; before: ShownVersion; after: ShownVersion };

export function DifferenceView({ difference, before, after }: Props) {
  const valueOf = useFieldValues();
  if (difference.kind === "text") return <Words pieces={difference.pieces} />;
  if (difference.kind === "list") return <NamesMoved difference={difference} before={before} after={after} />;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Removed>{valueOf(difference.field, before)}</Removed>
      <ArrowRight aria-hidden size={16} className="muted shrink-0" />
      <Added>{valueOf(difference.field, after)}</Added>
    </div>
  );
}

export function Words({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="break-words whitespace-pre-line">
      {pieces.map(({ kind, text }, at) => {
        if (kind === "removed") return <Removed key={at}>{visible(text)}</Removed>;
        if (kind === "added") return <Added key={at}>{visible(text)}</Added>;
        return <Kept key={at} text={text} isFirst={at === 0} isLast={at === pieces.length - 1} />;
      })}
    </p>
  );
}

/** A line break alone would be a mark around nothing. */
function visible(text: string): string {
  return text.trim() === "" ? text.replaceAll("\n", "↵\n") : text;
}

function Kept({ text, isFirst, isLast }: { text: string; isFirst: boolean; isLast: boolean }) {
  const t = useTranslate();
  if (text.length <= LONG) return text;
  return (
    <>
      {isFirst ? null : text.slice(0, EDGE)}
      <span className="muted mx-1 text-sm">{t("versions:difference.left_out", { count: text.length - EDGE })}</span>
      {isLast ? null : text.slice(-EDGE)}
    </>
  );
}

/** Taken out: struck through, and said in a word for those who do not see it. */
export function Removed({ children }: { children: ReactNode }) {
  const t = useTranslate();
  return (
    <del className="rounded-sm bg-error/15 px-0.5 decoration-2">
      <span className="sr-only">{t("versions:difference.removed")}</span>
      {children}
      <span className="sr-only">{t("versions:difference.end")}</span>
    </del>
  );
}

/** Put in: underlined on green, and said in a word. */
export function Added({ children }: { children: ReactNode }) {
  const t = useTranslate();
  return (
    <ins className="rounded-sm bg-success px-0.5 text-success-content decoration-2 underline-offset-4">
      <span className="sr-only">{t("versions:difference.added")}</span>
      {children}
      <span className="sr-only">{t("versions:difference.end")}</span>
    </ins>
  );
}

type ListProps = { difference: Extract<FieldDifference, { kind: "list" }>; before: ShownVersion; after: ShownVersion };

function NamesMoved({ difference: { field, removed, added, kept }, before, after }: ListProps) {
  const t = useTranslate();
  const nameOf = useEntryName(field);
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {removed.map((entry) => (
        <li key={entry}>
          <Removed>{nameOf(entry, before.names)}</Removed>
        </li>
      ))}
      {added.map((entry) => (
        <li key={entry}>
          <Added>{nameOf(entry, after.names)}</Added>
        </li>
      ))}
      {kept > 0 ? <li className="muted text-sm">{t("versions:difference.kept", { count: kept })}</li> : null}
    </ul>
  );
}

function useEntryName(field: ListField) {
  const t = useTranslate();
  const named = useNamed();
  return (entry: string, names: NamedCodes): string => {
    if (field === "keywords") return entry;
    if (field !== "deployment") {
      const known = names[field].find(({ code }) => code === entry);
      return known ? named(known) : entry;
    }
    if (entry === "saas" || entry === "on_premises" || entry === "hybrid" || entry === "edge")
      return t(`catalogue:deployment.${entry}`);
    return entry;
  };
}
