import { Button } from "~/components/kit/button";
import { SelectField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { EmptyState } from "~/components/kit/page";
import type { AssessmentSource } from "#db/vocabulary/assessment";
import type { Origin } from "~/domain/effects/origins.server";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Base = {
  id: string;
  source: AssessmentSource;
  finishedAt: number | null;
  score: number | null;
  level: number | null;
};

/** Choosing what to measure and the assessment before it. */
export function EffectStart({ origins, bases, answer }: { origins: Origin[]; bases: Base[]; answer: unknown }) {
  const t = useTranslate();
  const locale = useLocale();
  const [form, fields] = useFormOf<{ origin: string; base: string }>({ id: "start-effect", answer });
  if (origins.length === 0) return <EmptyState title={t("effects:start.no_origin")} />;
  if (bases.length === 0) return <EmptyState title={t("effects:start.no_base")} />;
  return (
    <PostForm form={form} className="panel measure flex flex-col gap-5">
      <ErrorSummary form={form} labels={{ origin: t("effects:origin"), base: t("effects:base") }} />
      <SelectField
        field={fields.origin}
        label={t("effects:origin")}
        hint={t("effects:origin.hint")}
        options={origins.map((origin) => ({ value: origin.key, label: originText(t, origin) }))}
      />
      <SelectField
        field={fields.base}
        label={t("effects:base")}
        hint={t("effects:base.hint")}
        options={bases.map(({ id, source, finishedAt, score, level }) => ({
          value: id,
          label: t("effects:base.option", {
            source: t(`assessment:source.${source}`),
            date: formatDate(locale, finishedAt ?? 0),
            score: formatNumber(locale, score ?? 0),
            level: level ?? 0,
          }),
        }))}
      />
      <div>
        <Button intent="start">{t("effects:start.button")}</Button>
      </div>
    </PostForm>
  );
}

function originText(t: ReturnType<typeof useTranslate>, origin: Origin): string {
  const { title, solutionTitle, providerName, next } = origin;
  const stage = t(`effects:stage.${next ?? "t1"}`);
  const solution =
    solutionTitle && providerName
      ? t("effects:origin.solution", { solution: solutionTitle, provider: providerName })
      : null;
  if (title === null) return t("effects:origin.project", { solution: solution ?? "", stage });
  return solution
    ? t("effects:origin.recommendation_with", { title, solution, stage })
    : t("effects:origin.recommendation", { title, stage });
}
