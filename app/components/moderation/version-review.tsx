/** The content of the version to be judged: what changed first, what an approval would undo, then all of it. */
import type { ReactNode } from "react";
import { VersionContent } from "~/components/catalogue/version-content";
import type { AnyField } from "~/components/kit/fields";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { solutionFields, type SolutionField } from "~/domain/catalogue/solution-sections";
import type { Compared } from "~/domain/moderation/solution-review";
import { formatDate, formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { FieldNote } from "./field-note";
import { ReviewChanges } from "./review-changes";
import type { ModeratedSolution } from "./solution-case";

type NoteFields = Partial<Record<SolutionField, AnyField>>;
type Props = {
  found: ModeratedSolution;
  /** A note's field for each field of the version; null when nothing is to be decided on it. */
  notes: NoteFields | null;
};

export function VersionReview({ found, notes }: Props) {
  const { seen, names, comparison, firstNames, wholeNames } = found;
  const after = { content: seen, names };
  const changed = comparison.first?.differences.map(({ field }) => field) ?? [];
  const note = (field: SolutionField) => <NoteOn field={field} notes={notes} />;
  const under = (field: SolutionField) => (
    <>
      <PointsOn field={field} found={found} />
      {note(field)}
    </>
  );
  return (
    <>
      <Undone found={found} />
      {comparison.first && firstNames ? (
        <Changes compared={comparison.first}>
          <ReviewChanges
            differences={comparison.first.differences}
            before={{ content: comparison.first.version, names: firstNames }}
            after={after}
            under={under}
          />
        </Changes>
      ) : null}
      {comparison.whole && wholeNames ? (
        <Folded label={<WholeLabel found={found} />}>
          <ReviewChanges
            differences={comparison.whole.differences}
            before={{ content: comparison.whole.version, names: wholeNames }}
            after={after}
          />
        </Folded>
      ) : null}
      <All isFolded={comparison.first !== null} number={seen.number} kept={solutionFields.length - changed.length}>
        <VersionContent
          content={seen}
          names={names}
          under={(field) => (changed.includes(field) ? null : under(field))}
        />
      </All>
    </>
  );
}

/** The name of each field, by its name in a form that puts `prefix` before it. */
export function useFieldLabels(prefix = ""): Record<string, string> {
  const t = useTranslate();
  return Object.fromEntries(solutionFields.map((field) => [`${prefix}${field}`, t(`catalogue:field.${field}`)]));
}

function NoteOn({ field, notes }: { field: SolutionField; notes: NoteFields | null }) {
  const own = notes?.[field];
  return own ? <FieldNote of={field} field={own} /> : null;
}

function PointsOn({ field, found }: { field: SolutionField; found: ModeratedSolution }) {
  const t = useTranslate();
  return found.points
    .filter((point) => point.field === field)
    .map(({ id, text }) => (
      <p key={id} className="mt-2 border-s-4 border-warning ps-3 text-sm break-words whitespace-pre-line">
        {t("versions:points.asked", { text })}
      </p>
    ));
}

function Undone({ found }: { found: ModeratedSolution }) {
  const t = useTranslate();
  const locale = useLocale();
  const { undone } = found.comparison;
  if (undone.length === 0 || !found.live || !found.waiting) return null;
  const fields = formatList(
    locale,
    undone.map((field) => t(`catalogue:field.${field}`)),
  );
  return (
    <div className="mb-6">
      <Note tone="urgent">
        <p className="font-semibold">{t("versions:undoes.label")}</p>
        <p>{t("versions:undoes.text", { date: formatDate(locale, found.live.createdAt), fields })}</p>
      </Note>
    </div>
  );
}

function Changes({ compared, children }: { compared: Compared<ModeratedSolution["seen"]>; children: ReactNode }) {
  const t = useTranslate();
  const locale = useLocale();
  const { version, differences } = compared;
  const date = version.decidedAt === null ? "" : formatDate(locale, version.decidedAt);
  const count = differences.length;
  return (
    <Section
      id="changes"
      title={t(`versions:compared.${compared.with}`, { number: version.number, date })}
      lead={count === 0 ? t("versions:compared.none") : t("versions:compared.count", { count })}
    >
      {count > 0 ? children : null}
    </Section>
  );
}

function WholeLabel({ found }: { found: ModeratedSolution }) {
  const t = useTranslate();
  const whole = found.comparison.whole;
  return whole ? t("versions:compared.whole", { number: whole.version.number, count: whole.differences.length }) : null;
}

function All({
  isFolded,
  number,
  kept,
  children,
}: {
  isFolded: boolean;
  number: number;
  kept: number;
  children: ReactNode;
}) {
  const t = useTranslate();
  if (!isFolded) return children;
  return <Folded label={t("versions:compared.all", { number, count: kept })}>{children}</Folded>;
}

function Folded({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="mt-6 rounded-box border border-base-300">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{label}</summary>
      <div className="border-t border-base-300 p-4">{children}</div>
    </details>
  );
}
