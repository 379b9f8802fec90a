import { Link } from "@remix-run/react";
import { Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { sectionOf, type SolutionField } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export type OpenPoint = { id: string; field: SolutionField; text: string; isAnswered: boolean };

/** What the park pinned to single fields, each leading to its field; answered by changing it. */
export function OpenPoints({ id, points }: { id: string; points: readonly OpenPoint[] }) {
  const t = useTranslate();
  if (points.length === 0) return null;
  return (
    <Section id="points" title={t("versions:points.of_park")} lead={t("versions:points.of_park.lead")}>
      <ul className="divide-y divide-base-300 rounded-box border border-base-300">
        {points.map((point) => (
          <li key={point.id} className="px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                to={`${paths.providerDesk.solutionSection(id, sectionOf(point.field))}#${sectionOf(point.field)}-${point.field}`}
                className="link-plain py-1.5 font-semibold"
              >
                {t(`catalogue:field.${point.field}`)}
              </Link>
              <PointStanding isAnswered={point.isAnswered} />
            </p>
            <p className="break-words whitespace-pre-line">{point.text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function PointStanding({ isAnswered }: { isAnswered: boolean }) {
  const t = useTranslate();
  return isAnswered ? (
    <StatusBadge tone="active">{t("versions:points.changed")}</StatusBadge>
  ) : (
    <StatusBadge tone="late">{t("versions:points.open")}</StatusBadge>
  );
}
