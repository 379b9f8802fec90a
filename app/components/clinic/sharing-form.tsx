/** Letting a provider read the report: whom, what, until when. */
import { Form } from "@remix-run/react";
import { reportSections } from "#db/vocabulary/clinic";
import { Button } from "~/components/kit/button";
import { Checkbox, CheckboxGroup } from "~/components/kit/choices";
import { SelectField, TextField, type OptionGroup } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { GiveConsentForm } from "~/domain/clinic/consent-form";
import type { ProviderChoices, ProviderName } from "~/domain/clinic/consent-providers.server";
import { MAX_FOUND } from "~/domain/clinic/consent-status";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { answerFor } from "./answer-for";

type SearchProps = { path: string; words: string; found: number };

/** Any provider by name; those found join the list below. */
export function ProviderSearch({ path, words, found }: SearchProps) {
  const t = useTranslate();
  return (
    <Form method="get" action={`${path}#give`} role="search" className="flex flex-col gap-1">
      <label htmlFor="provider-words" className="font-semibold">
        {t("consent:search.label")}
      </label>
      <p id="provider-words-hint" className="muted text-sm">
        {t("consent:search.hint")}
      </p>
      <div className="flex gap-2">
        <input
          id="provider-words"
          type="search"
          name="q"
          defaultValue={words}
          maxLength={40}
          aria-describedby="provider-words-hint"
          className="input w-full max-w-96"
        />
        <Button tone="plain">{t("consent:search.submit")}</Button>
      </div>
      {words ? (
        <p role="status">
          {t(found < MAX_FOUND ? "consent:search.found" : "consent:search.many", { count: found, words })}
        </p>
      ) : null}
    </Form>
  );
}

type FieldsProps = {
  report: { id: string; number: number };
  choices: ProviderChoices;
  /** Chosen already, from a link. */
  provider: string;
  days: { usual: string; last: string };
  answer: unknown;
};

export function SharingFields({ report, choices, provider, days, answer }: FieldsProps) {
  const t = useTranslate();
  const locale = useLocale();
  const chosen = provider || (choices.found.length === 1 ? (choices.found[0]?.id ?? "") : "");
  const [form, fields] = useFormOf<GiveConsentForm>({
    id: "give",
    answer: answerFor(answer, "give"),
    defaults: { provider: chosen, sections: ["summary", "findings"], until: days.usual },
  });
  const labels = {
    provider: t("consent:give.provider"),
    sections: t("consent:give.sections"),
    until: t("consent:give.until"),
  };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="intent" value="give" />
      <input type="hidden" name="report" value={report.id} />
      <SelectField
        field={fields.provider}
        label={labels.provider}
        hint={t("consent:give.provider_hint")}
        options={useGroups(choices)}
      />
      <CheckboxGroup
        field={fields.sections}
        label={labels.sections}
        hint={t("consent:give.sections_hint")}
        options={reportSections.map((section) => ({
          value: section,
          label: t(`consent:section.${section}`),
          hint: t(`consent:section.${section}.what`),
        }))}
        columns={2}
      />
      <Checkbox field={fields.withFiles} label={t("consent:give.files")} hint={t("consent:give.files_hint")} />
      <TextField
        field={fields.until}
        label={labels.until}
        hint={t("consent:give.until_hint", { last: formatDate(locale, days.last) })}
        type="date"
        width="short"
      />
      <p className="muted measure text-sm">{t("consent:give.version", { number: report.number })}</p>
      <div>
        <Button>{t("consent:give.submit")}</Button>
      </div>
    </PostForm>
  );
}

function useGroups({ found, recommended, asked }: ProviderChoices): OptionGroup[] {
  const t = useTranslate();
  const group = (label: string, list: ProviderName[]) => ({
    label,
    options: list.map(({ id, name }) => ({ value: id, label: name })),
  });
  return [
    group(t("consent:group.found"), found),
    group(t("consent:group.recommended"), recommended),
    group(t("consent:group.asked"), asked),
  ].filter(({ options }) => options.length > 0);
}
