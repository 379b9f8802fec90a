/** The form of a quote: price lines that are added and removed by submitting, sums, days, warranty, validity. */
import { CircleMinus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/kit/button";
import { Checkbox } from "~/components/kit/choices";
import { FieldError, TextArea, TextField, type AnyField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { MAX_LINES } from "~/domain/projects/quote";
import { formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type TypedLine = { text: string; price: string; isEligible: string | undefined };
export type TypedQuote = {
  id: string;
  seen: string;
  lines: TypedLine[];
  days: string;
  warrantyMonths: string;
  validUntil: string;
  note: string;
};

type EditorProps = { answer: unknown; defaults: TypedQuote; totalFen: number; seen: number };

export function QuoteEditor({ answer, defaults, totalFen, seen }: EditorProps) {
  const t = useTranslate();
  const locale = useLocale();
  const [form, fields] = useFormOf<TypedQuote>({ id: "quote", answer, defaults });
  const lines = fields.lines.getFieldList();
  const labels = {
    lines: t("quotes:edit.lines"),
    days: t("quotes:edit.days"),
    warrantyMonths: t("quotes:edit.warranty"),
    validUntil: t("quotes:edit.until"),
    note: t("quotes:edit.note"),
    ...labelsOfLines(t, lines),
  };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      {/* Enter in a field sends the quote: a browser presses the first button of a form. */}
      <button type="submit" aria-hidden tabIndex={-1} className="sr-only" />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? defaults.id)} />
      <input type="hidden" name="seen" value={seen} />
      <fieldset id={fields.lines.id} tabIndex={-1} className="flex flex-col gap-4">
        <legend className="text-lg font-semibold">{labels.lines}</legend>
        <p className="muted text-sm">{t("quotes:edit.lines.hint")}</p>
        <FieldError field={fields.lines} />
        {lines.map((line, index) => {
          const { text, price, isEligible } = line.getFieldset();
          const remove = form.remove.getButtonProps({ name: fields.lines.name, index });
          return (
            <LineFields key={line.key} number={index + 1} text={text} price={price} isEligible={isEligible}>
              {lines.length > 1 ? (
                <button
                  type="submit"
                  name={remove.name}
                  value={remove.value}
                  aria-label={t("quotes:edit.line.remove", { number: index + 1 })}
                  className="btn btn-ghost min-h-11"
                >
                  <CircleMinus aria-hidden size={18} />
                  {t("quotes:edit.line.remove.short")}
                </button>
              ) : null}
            </LineFields>
          );
        })}
        <AddLine count={lines.length} {...form.insert.getButtonProps({ name: fields.lines.name })} />
        <p>
          {t("quotes:edit.total")} <strong>{formatMoneyExact(locale, totalFen)}</strong>{" "}
          <span className="muted text-sm">{t("quotes:edit.total.hint")}</span>
        </p>
      </fieldset>
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <TextField
          field={fields.days}
          label={labels.days}
          hint={t("quotes:edit.days.hint")}
          unit={t("common:unit.days")}
          inputMode="numeric"
        />
        <TextField
          field={fields.warrantyMonths}
          label={labels.warrantyMonths}
          hint={t("quotes:edit.warranty.hint")}
          unit={t("quotes:unit.months")}
          inputMode="numeric"
        />
        <TextField field={fields.validUntil} label={labels.validUntil} type="date" />
      </div>
      <TextArea
        field={fields.note}
        label={labels.note}
        hint={t("quotes:edit.note.hint")}
        rows={4}
        maxLength={2000}
        optional
      />
      <div>
        <Button>{t("quotes:edit.submit")}</Button>
      </div>
    </PostForm>
  );
}

type Say = ReturnType<typeof useTranslate>;

/** The summary speaks of a line by its number. */
function labelsOfLines(t: Say, lines: readonly { name: string }[]): Record<string, string> {
  const parts = ["text", "price"] as const;
  return Object.fromEntries(
    lines.flatMap(({ name }, index) =>
      parts.map((part) => [
        `${name}.${part}`,
        t("quotes:edit.line.labelled", { number: index + 1, label: t(`quotes:edit.line.${part}`) }),
      ]),
    ),
  );
}

type LineProps = {
  number: number;
  text: AnyField;
  price: AnyField;
  isEligible: AnyField;
  children: ReactNode;
};

function LineFields({ number, text, price, isEligible, children }: LineProps) {
  const t = useTranslate();
  return (
    <fieldset className="rounded-box border border-base-300 p-3">
      <legend className="px-1 text-sm font-semibold">{t("quotes:edit.line", { number })}</legend>
      <div className="grid items-start gap-x-4 gap-y-2 md:grid-cols-[minmax(0,1fr)_11rem_auto_auto]">
        <TextField field={text} label={t("quotes:edit.line.text")} maxLength={200} />
        <TextField field={price} label={t("quotes:edit.line.price")} unit={t("common:unit.yuan")} inputMode="decimal" />
        <div className="md:pt-7">
          <Checkbox field={isEligible} label={t("quotes:edit.line.eligible")} />
        </div>
        <div className="md:pt-7">{children}</div>
      </div>
    </fieldset>
  );
}

function AddLine({ count, name, value }: { count: number; name: string; value: string }) {
  const t = useTranslate();
  if (count >= MAX_LINES) return <p className="muted text-sm">{t("quotes:edit.line.full", { max: MAX_LINES })}</p>;
  return (
    <div>
      <button type="submit" name={name} value={value} className="btn min-h-11 border-base-300 bg-base-100">
        <Plus aria-hidden size={18} />
        {t("quotes:edit.line.add")}
      </button>
    </div>
  );
}
