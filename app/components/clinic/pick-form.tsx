/** The free times of an expert, by day, of which an enterprise picks one. Works without JavaScript; arrow keys move. */
import { Button } from "~/components/kit/button";
import { FieldError, TextField, type AnyField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { FreeTime } from "~/domain/clinic/slot-booking.server";
import { dayOf, formatClock, formatNumber, formatWeekday } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { MovedFields, useMovedLabels } from "./moved-fields";

type Shape = { slotId: string; visitNote: string; reason: string; text: string };
type PickFormProps = {
  about: { edit: number; visitNote: string };
  isMove: boolean;
  times: readonly FreeTime[];
  answer: unknown;
};

export function PickTime({ about, isMove, times, answer }: PickFormProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({ id: "pick", answer, defaults: { visitNote: about.visitNote } });
  const labels = { slotId: t("visits:pick.time"), visitNote: t("clinic:visit.note"), ...useMovedLabels() };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="edit" value={about.edit} />
      <TimesByDay field={fields.slotId} label={labels.slotId} times={times} />
      <div className="flex max-w-2xl flex-col gap-5">
        <TextField
          field={fields.visitNote}
          label={labels.visitNote}
          hint={t("visits:pick.note_hint")}
          optional
          maxLength={500}
        />
        {isMove ? <MovedFields fields={fields} /> : null}
      </div>
      <div>
        <Button>{t(isMove ? "visits:pick.move" : "visits:pick.submit")}</Button>
      </div>
    </PostForm>
  );
}

type TimesProps = { field: AnyField; label: string; times: readonly FreeTime[] };

/** One set of radio buttons; the days stand beside each other where there is room. */
function TimesByDay({ field, label, times }: TimesProps) {
  const locale = useLocale();
  const days = [...new Set(times.map(({ startsAt }) => dayOf(startsAt)))];
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.errors ? field.errorId : undefined}>
      <legend className="mb-2 font-semibold">{label}</legend>
      <FieldError field={field} />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {days.map((day) => (
          <div
            key={day}
            role="group"
            aria-label={formatWeekday(locale, day)}
            className="rounded-box border border-base-300 p-3"
          >
            <p aria-hidden className="font-semibold">
              {formatWeekday(locale, day)}
            </p>
            {times
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map((time) => (
                <OneTime key={time.id} field={field} time={time} />
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

const HOUR_MS = 3_600_000;

function OneTime({ field, time: { id, startsAt, endsAt } }: { field: AnyField; time: FreeTime }) {
  const t = useTranslate();
  const locale = useLocale();
  const count = (endsAt - startsAt) / HOUR_MS;
  const range = { from: formatClock(locale, startsAt), to: formatClock(locale, endsAt) };
  return (
    <label
      htmlFor={`${field.id}-${id}`}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-field px-2 hover:bg-base-200"
    >
      <input
        id={`${field.id}-${id}`}
        type="radio"
        name={field.name}
        value={id}
        defaultChecked={field.initialValue === id}
        className="radio radio-primary shrink-0"
      />
      <span className="tabular-nums">
        {t("visits:pick.range", { ...range, count, hours: formatNumber(locale, count) })}
      </span>
    </label>
  );
}
