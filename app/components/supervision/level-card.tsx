import type { AssessmentSource } from "#db/vocabulary/assessment";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Latest = { source: AssessmentSource; score: number; level: number; finishedAt: number };

/** Where the enterprise stands, by its latest assessment and who made it; or the invitation to find out. */
export function LevelCard({ latest }: { latest: Latest | null }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Section
      id="level"
      title={t("supervision:level.title")}
      actions={<LinkButton to={paths.enterprise.assessments()}>{t("supervision:level.all")}</LinkButton>}
    >
      {latest ? (
        <p className="panel flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <strong className="text-2xl text-primary">{t("supervision:level.now", { level: latest.level })}</strong>
          <span>{t("supervision:level.score", { score: formatNumber(locale, latest.score) })}</span>
          <span className="muted">
            {t(`supervision:level.source.${latest.source}`, { date: formatDate(locale, latest.finishedAt) })}
          </span>
        </p>
      ) : (
        <EmptyState title={t("supervision:level.none")}>{t("supervision:level.none.text")}</EmptyState>
      )}
    </Section>
  );
}
