/** One version of the scheme as a form: thresholds, constrained marks, names and texts; first tried, then published. */
import { Button } from "~/components/kit/button";
import { CheckboxGroup } from "~/components/kit/choices";
import { TextArea, TextField, type AnyField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Note, StatusBadge } from "~/components/kit/status";
import { fieldOf } from "~/domain/assessment/scheme-change";
import type { SchemePage, Tried } from "~/domain/assessment/scheme-page";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { SchemeGates } from "./scheme-gates";
import { standingTones } from "./scheme-list";
import { SchemeTexts } from "./scheme-texts";
import { SchemeTrial } from "./scheme-trial";
import { useWords } from "./use-words";

export type Fields = (name: string) => AnyField | undefined;

type EditorProps = {
  page: SchemePage;
  reply: { tried: Tried | null; answer: unknown } | undefined;
  up: string;
};

export function SchemeEditor({ page, reply, up }: EditorProps) {
  const t = useTranslate();
  const words = useWords();
  const [form, fields] = useFormOf<Record<string, unknown>>({
    id: "scheme",
    answer: reply?.answer,
    defaults: { ...page.typed, effectiveOn: page.today, note: "" },
  });
  const of: Fields = (name) => fields[name];
  return (
    <>
      <PageHeader
        title={t("schemes:version.number", { version: page.line.version })}
        badge={
          <StatusBadge tone={standingTones[page.line.standing]}>
            {t(`schemes:standing.${page.line.standing}`)}
          </StatusBadge>
        }
        lead={t("schemes:edit.lead")}
        up={{ to: up, label: t("schemes:title") }}
      />
      <About page={page} />
      <PostForm form={form} className="mt-6 flex flex-col gap-6">
        <ErrorSummary form={form} labels={labelsOf(t, page)} />
        {reply?.tried ? <SchemeTrial tried={reply.tried} /> : null}
        <input type="hidden" name="newest" value={page.newest} />
        <input type="hidden" name="tried" value={reply?.tried?.digest ?? ""} />
        <SchemeGates levels={page.levels} of={of} />
        <Section title={t("schemes:constrained")} lead={t("schemes:constrained.lead")}>
          {fields.constrained ? (
            <CheckboxGroup
              field={fields.constrained}
              label={t("schemes:constrained.label")}
              columns={3}
              options={page.scenarios.map(({ key, topicZh, topicEn }) => ({
                value: key,
                label: words.pick(topicZh, topicEn),
              }))}
            />
          ) : null}
        </Section>
        <SchemeTexts page={page} of={of} />
        <Section title={t("schemes:publish")} lead={t("schemes:publish.lead")}>
          <div className="measure flex flex-col gap-4">
            {fields.effectiveOn ? (
              <TextField
                field={fields.effectiveOn}
                type="date"
                width="short"
                label={t("schemes:effective_on")}
                hint={t("schemes:effective_on.hint")}
              />
            ) : null}
            {fields.note ? (
              <TextArea field={fields.note} label={t("schemes:note")} hint={t("schemes:note.hint")} rows={3} />
            ) : null}
            <div className="flex flex-wrap gap-3">
              <Button intent="try" tone={reply?.tried ? "plain" : "primary"}>
                {t("schemes:try")}
              </Button>
              {reply?.tried ? <Button intent="publish">{t("schemes:publish.button")}</Button> : null}
            </div>
          </div>
        </Section>
      </PostForm>
    </>
  );
}

function About({ page }: { page: SchemePage }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  const { line } = page;
  return (
    <div className="flex flex-col gap-4">
      <div className="panel">
        <Facts
          facts={[
            { label: t("schemes:document"), value: `${words.pick(page.titleZh, page.titleEn)} · ${page.issuingNo}` },
            { label: t("schemes:effective_on"), value: formatDate(locale, line.effectiveOn) },
            { label: t("schemes:note"), value: line.note || t("schemes:note.reference") },
            ...(line.byName ? [{ label: t("schemes:by"), value: line.byName }] : []),
            { label: t("schemes:assessments"), value: formatNumber(locale, line.assessments) },
          ]}
        />
      </div>
      <Note>
        <strong className="font-semibold">{t("common:provisional")}</strong> · {t("assessment:provisional.gates")}
      </Note>
    </div>
  );
}

/** Field name → what the summary calls it. */
function labelsOf(t: ReturnType<typeof useTranslate>, page: SchemePage): Record<string, string> {
  const parts = ["score", "scenes", "constrained"] as const;
  const languages = ["zh", "en"] as const;
  const gates = page.levels.flatMap((level) =>
    parts.map((part): [string, string] => [
      fieldOf.gate(part, level),
      t("schemes:gate.field", { level, part: t(`schemes:gate.${part}`) }),
    ]),
  );
  const names = page.levels.flatMap((level) =>
    languages.map((language): [string, string] => [
      fieldOf.level(level, language),
      t("schemes:level.field", { level, language: t(`schemes:language.${language}`) }),
    ]),
  );
  const options = page.sections.flatMap(({ questions }) =>
    questions.flatMap(({ key, no, options: all }) =>
      all.flatMap(({ value }) =>
        languages.map((language): [string, string] => [
          fieldOf.option(key, value, language),
          t("schemes:option.field", { no, value, language: t(`schemes:language.${language}`) }),
        ]),
      ),
    ),
  );
  return {
    ...Object.fromEntries([...gates, ...names, ...options]),
    effectiveOn: t("schemes:effective_on"),
    note: t("schemes:note"),
    constrained: t("schemes:constrained"),
  };
}
