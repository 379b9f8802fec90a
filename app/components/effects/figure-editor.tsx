import { Form } from "@remix-run/react";
import { gainMetrics, gainUnits } from "#db/vocabulary/clinic";
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { SelectField, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import type { EffectPage } from "~/domain/effects/effect-pages.server";
import { useTranslate } from "~/i18n/use-translate";
import { useFigureWords } from "./figure-words";

/** Measured figures: each metric once, before and after in the same unit. */
export function FigureEditor({ page, answer }: { page: EffectPage; answer: unknown }) {
  const t = useTranslate();
  const words = useFigureWords();
  const [form, fields] = useFormOf<Record<"metric" | "unit" | "before" | "after", string>>({
    id: "figure",
    answer: answerFor(answer, "figure"),
  });
  return (
    <Section id="figures" title={t("effects:figures")} lead={t("effects:figures.lead")}>
      {page.figures.length > 0 ? (
        <ul className="mb-4 flex flex-col gap-2">
          {page.figures.map((figure) => (
            <li key={figure.metric} className="flex flex-wrap items-center justify-between gap-2">
              {words(figure)}
              <Form method="post">
                <input type="hidden" name="edit" value={page.edit} />
                <input type="hidden" name="metric" value={figure.metric} />
                <Button intent="remove" tone="plain" small>
                  {t("effects:figure.remove", { metric: t(`effects:metric.${figure.metric}`) })}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <PostForm form={form} className="panel flex flex-col gap-4">
        <ErrorSummary
          form={form}
          labels={{
            metric: t("effects:metric"),
            unit: t("effects:unit"),
            before: t("effects:before"),
            after: t("effects:after"),
          }}
        />
        <input type="hidden" name="edit" value={page.edit} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            field={fields.metric}
            label={t("effects:metric")}
            options={gainMetrics.map((value) => ({ value, label: t(`effects:metric.${value}`) }))}
          />
          <SelectField
            field={fields.unit}
            label={t("effects:unit")}
            options={gainUnits.map((value) => ({ value, label: t(`effects:unit.${value}`) }))}
          />
          <TextField field={fields.before} label={t("effects:before")} inputMode="decimal" />
          <TextField field={fields.after} label={t("effects:after")} inputMode="decimal" />
        </div>
        <div>
          <Button intent="figure" tone="plain">
            {t("effects:figure.add")}
          </Button>
        </div>
      </PostForm>
    </Section>
  );
}
