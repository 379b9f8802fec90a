/** A recommendation on one finding: what to do, in which scenario, how urgent, for how much, by when. */
import { matrixSteps, priorities } from "#db/vocabulary/clinic";
import { Button, LinkButton } from "~/components/kit/button";
import { SelectField, TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { Finding } from "~/domain/clinic/draft-report.server";
import { isOverridden } from "~/domain/clinic/priority-matrix";
import type { RecommendationForm as Shape } from "~/domain/clinic/report-form";
import type { ShownRecommendation } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { Hidden } from "./act-form";
import { answerFor } from "./answer-for";
import type { EditorProps } from "./report-editor";
import { ScenarioField } from "./scenario-field";

type FormProps = Pick<EditorProps, "page" | "choices" | "quarters" | "answer"> & {
  item: ShownRecommendation | null;
  finding: Finding;
  cancelTo: string;
};

export function RecommendationForm({ item, finding, page, choices, quarters, answer, cancelTo }: FormProps) {
  const t = useTranslate();
  const intent = item ? "change_recommendation" : "add_recommendation";
  const [form, fields] = useFormOf<Shape>({
    id: item ? `form-${item.id}` : "recommendation-new",
    answer: answerFor(answer, intent),
    defaults: item ? defaultsOf(item) : { scenarioKey: finding.scenarioKey },
  });
  const labels = {
    title: t("clinic:recommendation.what"),
    scenarioKey: t("clinic:finding.scenario"),
    description: t("clinic:recommendation.description"),
    effort: t("reports:effort"),
    effect: t("reports:effect"),
    priority: t("clinic:recommendation.priority"),
    budgetMinFen: t("clinic:recommendation.budget_min"),
    budgetMaxFen: t("clinic:recommendation.budget_max"),
    quarter: t("clinic:recommendation.by_quarter"),
  };
  const steps = matrixSteps.map((step) => ({ value: String(step), label: t(`reports:step.${step}`) }));
  const urgency = priorities.map((priority) => ({ value: priority, label: t(`clinic:priority.${priority}`) }));
  const roadmap = [...new Set([...(item?.quarter ? [item.quarter] : []), ...quarters])].sort();
  const dates = roadmap.map((value) => ({
    value,
    label: t("clinic:quarter", { year: value.slice(0, 4), quarter: value.slice(5) }),
  }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <Hidden intent={intent} edit={page.report.edit} />
      <input type="hidden" name="findingId" value={finding.id} />
      {item ? <input type="hidden" name="id" value={item.id} /> : null}
      {item?.solutionIds.map((id) => (
        <input key={id} type="hidden" name="solutionIds" value={id} />
      ))}
      <TextField
        field={fields.title}
        label={labels.title}
        hint={t("clinic:recommendation.what_hint")}
        maxLength={120}
      />
      <ScenarioField field={fields.scenarioKey} label={labels.scenarioKey} choices={choices} />
      <TextArea field={fields.description} label={labels.description} optional rows={3} maxLength={5000} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField field={fields.effort} label={labels.effort} hint={t("reports:effort_hint")} options={steps} />
        <SelectField field={fields.effect} label={labels.effect} hint={t("reports:effect_hint")} options={steps} />
        <SelectField
          field={fields.priority}
          label={labels.priority}
          hint={t("reports:priority_hint")}
          options={urgency}
          optional
          placeholder={t("reports:priority_by_rule")}
        />
        <SelectField
          field={fields.quarter}
          label={labels.quarter}
          options={dates}
          optional
          placeholder={t("clinic:recommendation.no_quarter")}
        />
        <TextField
          field={fields.budgetMinFen}
          label={labels.budgetMinFen}
          unit={t("clinic:money.yuan")}
          inputMode="decimal"
          optional
        />
        <TextField
          field={fields.budgetMaxFen}
          label={labels.budgetMaxFen}
          unit={t("clinic:money.yuan")}
          inputMode="decimal"
          optional
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button>{t("clinic:editor.save")}</Button>
        <LinkButton to={cancelTo} tone="quiet">
          {t("clinic:editor.cancel")}
        </LinkButton>
      </div>
    </PostForm>
  );
}

/** Nothing was set by hand: the priority goes on following the marks. */
function isByRule(item: ShownRecommendation): boolean {
  return item.effort !== null && item.effect !== null && !isOverridden(item);
}

/** Amounts are typed in yuan. */
function defaultsOf(item: ShownRecommendation) {
  const yuan = (fen: number | null) => (fen === null ? "" : String(fen / 100));
  return {
    ...item,
    budgetMinFen: yuan(item.budgetMinFen),
    budgetMaxFen: yuan(item.budgetMaxFen),
    quarter: item.quarter ?? "",
    effort: item.effort === null ? "" : String(item.effort),
    effect: item.effect === null ? "" : String(item.effect),
    priority: isByRule(item) ? "" : item.priority,
  };
}
