/** The last step before a quote is accepted: its price and provider, and what the others are told. */
import { Button, LinkButton } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { reasonsOf } from "~/domain/projects/enquiry-status";
import type { ComparedColumn } from "~/domain/projects/quote-comparison.server";
import { formatList, formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Props = {
  chosen: ComparedColumn;
  /** Those whose enquiries end with it. */
  others: readonly ComparedColumn[];
  back: string;
  answer: unknown;
};

export function AcceptForm({ chosen, others, back, answer }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const defaults = { reason: "chose_other", text: t("quotes:accept.text.default") };
  const [form, fields] = useFormOf<{ reason: string; text: string }>({ id: "accept-form", answer, defaults });
  const labels = { reason: t("quotes:accept.reason"), text: t("quotes:accept.text") };
  if (!chosen.quote) return null;
  const { id, totalFen, days } = chosen.quote;
  const said = { provider: chosen.providerName, price: formatMoneyExact(locale, totalFen) };
  return (
    <section
      id="accept"
      aria-labelledby="accept-title"
      className="no-print mb-8 max-w-3xl rounded-box border-2 border-primary p-4"
    >
      <h2 id="accept-title" className="text-xl">
        {t("quotes:accept.title")}
      </h2>
      <p className="my-3 text-lg">
        {days === 0 ? t("quotes:accept.lead.no_days", said) : t("quotes:accept.lead", { ...said, count: days })}
      </p>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="enquiry" value={chosen.id} />
        <input type="hidden" name="quote" value={id} />
        {others.length > 0 ? (
          <>
            <p className="measure">
              {t("quotes:accept.others", {
                names: formatList(
                  locale,
                  others.map(({ providerName }) => providerName),
                ),
              })}
            </p>
            <SelectField
              field={fields.reason}
              label={labels.reason}
              placeholder=""
              width="short"
              options={reasonsOf.enterprise.map((reason) => ({ value: reason, label: t(`projects:reason.${reason}`) }))}
            />
            <TextArea field={fields.text} label={labels.text} rows={3} maxLength={2000} />
          </>
        ) : (
          <input type="hidden" name="reason" value="chose_other" />
        )}
        <div className="flex flex-wrap gap-2">
          <Button>{t("quotes:accept.submit")}</Button>
          <LinkButton to={back} tone="quiet">
            {t("quotes:accept.back")}
          </LinkButton>
        </div>
      </PostForm>
    </section>
  );
}
