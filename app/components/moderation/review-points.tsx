import type { AnyField } from "~/components/kit/fields";
import { Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import type { ModeratedSolution } from "./solution-case";

type Props = {
  points: ModeratedSolution["points"];
  /** The boxes that say which are settled; null when nothing is to be decided. */
  settled: AnyField | null;
};

/** What was asked for earlier, and whether the field has changed since; the moderator says what is settled. */
export function ReviewPoints({ points, settled }: Props) {
  const t = useTranslate();
  if (points.length === 0) return null;
  const answered = points.filter(({ isAnswered }) => isAnswered).length;
  return (
    <Section
      id="points"
      title={t("versions:points.title")}
      lead={t("versions:points.lead", { count: points.length, answered })}
    >
      <ul className="divide-y divide-base-300 rounded-box border border-base-300">
        {points.map((point) => (
          <li key={point.id} className="px-4 py-3">
            <PointHead point={point} />
            <p className="mt-1 break-words whitespace-pre-line">{point.text}</p>
            {settled ? <SettledBox id={point.id} field={settled} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PointHead({ point }: { point: Props["points"][number] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-semibold">{t(`catalogue:field.${point.field}`)}</span>
      {point.isAnswered ? (
        <StatusBadge tone="active">{t("versions:points.answered")}</StatusBadge>
      ) : (
        <StatusBadge tone="waiting">{t("versions:points.unanswered")}</StatusBadge>
      )}
      <span className="muted text-sm">
        {t("versions:points.by", {
          name: point.by,
          date: formatDate(locale, point.at),
          number: point.versionNumber,
        })}
      </span>
    </p>
  );
}

function SettledBox({ id, field }: { id: string; field: AnyField }) {
  const t = useTranslate();
  const chosen = Array.isArray(field.initialValue) ? field.initialValue : [field.initialValue];
  return (
    <label htmlFor={`settled-${id}`} className="mt-1 flex min-h-11 cursor-pointer items-center gap-3">
      <input
        id={`settled-${id}`}
        type="checkbox"
        name={field.name}
        value={id}
        form="decide"
        defaultChecked={chosen.includes(id)}
        className="checkbox checkbox-primary"
      />
      {t("versions:points.settled")}
    </label>
  );
}
