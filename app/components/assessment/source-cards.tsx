import { ClipboardCheck, Stethoscope, UserRoundPen } from "lucide-react";
import { assessmentSources, type AssessmentSource } from "#db/vocabulary/assessment";
import { LinkButton } from "~/components/kit/button";
import { Facts } from "~/components/kit/page";
import type { AssessmentLine } from "~/domain/assessment/results.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useWords } from "./use-words";

const icons = { self: UserRoundPen, on_site: Stethoscope, third_party: ClipboardCheck };

/** The newest result of each source beside the others, and how it moved against the one before it of the same source. */
export function SourceCards({ lines }: { lines: AssessmentLine[] }) {
  const finished = lines
    .filter(({ status }) => status === "finished")
    .toSorted((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0));
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {assessmentSources.map((source) => {
        const [last, before] = finished.filter((line) => line.source === source);
        return <SourceCard key={source} source={source} last={last ?? null} before={before ?? null} />;
      })}
    </div>
  );
}

type SourceCardProps = { source: AssessmentSource; last: AssessmentLine | null; before: AssessmentLine | null };

function SourceCard({ source, last, before }: SourceCardProps) {
  const t = useTranslate();
  const Icon = icons[source];
  return (
    <section
      aria-labelledby={`source-${source}`}
      className={`panel flex flex-col gap-3 ${last ? "border-t-4 border-t-primary" : ""}`}
    >
      <div>
        <h3 id={`source-${source}`} className="flex items-center gap-2 text-lg">
          <Icon aria-hidden size={20} className="text-primary" />
          {t(`assessment:source.${source}`)}
        </h3>
        <p className="muted text-sm">{t(`assessment:source.${source}.text`)}</p>
      </div>
      {last ? <SourceResult last={last} before={before} /> : <NoResult source={source} />}
    </section>
  );
}

function SourceResult({ last, before }: { last: AssessmentLine; before: AssessmentLine | null }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  const amount = (value: number | null) => words.number(value ?? 0);
  const facts = [
    {
      label: t("assessment:result.total"),
      value: <strong className="text-lg font-semibold">{amount(last.score)}</strong>,
    },
    ...last.dimensions.map(({ nameZh, nameEn, score, maxScore }) => ({
      label: words.pick(nameZh, nameEn),
      value: t("assessment:result.score_of", { score: amount(score), max: maxScore }),
    })),
    {
      label: t("assessment:list.date"),
      value: last.finishedAt ? formatDate(locale, last.finishedAt) : t("common:unknown"),
    },
    ...(before ? [{ label: t("assessment:list.effect"), value: <Effect last={last} before={before} /> }] : []),
  ];
  return (
    <>
      <p className="text-2xl font-semibold text-primary">
        {t("assessment:list.level_value", { level: last.level ?? 0 })}
      </p>
      <div className="grow">
        <Facts facts={facts} />
      </div>
      <div>
        <LinkButton to={paths.enterprise.assessment(last.id)}>{t("assessment:start.see_result")}</LinkButton>
      </div>
    </>
  );
}

/** Compared under one scheme version only: points of two versions are not the same points. */
function Effect({ last, before }: { last: AssessmentLine; before: AssessmentLine }) {
  const t = useTranslate();
  const words = useWords();
  if (last.schemeVersion !== before.schemeVersion) return t("assessment:list.effect.other_version");
  const moved = (last.score ?? 0) - (before.score ?? 0);
  const direction = moved > 0 ? "up" : moved < 0 ? "down" : "same";
  return t(`assessment:list.effect.points_${direction}`, {
    points: words.number(Math.abs(moved)),
    from: before.level ?? 0,
    to: last.level ?? 0,
  });
}

function NoResult({ source }: { source: AssessmentSource }) {
  const t = useTranslate();
  return (
    <>
      <p>{t(`assessment:list.none.${source}`)}</p>
      {source === "on_site" ? (
        <div>
          <LinkButton to={paths.enterprise.diagnosisNew()}>{t("assessment:result.next.clinic.request")}</LinkButton>
        </div>
      ) : null}
      {source === "third_party" ? <p className="muted text-sm">{t("assessment:list.third_party.text")}</p> : null}
    </>
  );
}
