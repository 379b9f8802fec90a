import { alertCadences, type AlertCadence } from "#db/vocabulary/notices";
import { Button } from "~/components/kit/button";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Props = { cadence: AlertCadence; lastDigestAt: number | null };

/** How often a person is told: one of four, each with what it means. */
export function CadenceForm({ cadence, lastDigestAt }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <form method="post" className="panel grid gap-3">
      <fieldset>
        <legend className="mb-1 text-xl font-semibold">{t("alerts:cadence.title")}</legend>
        {alertCadences.map((each) => (
          <label
            key={each}
            htmlFor={`cadence-${each}`}
            className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field px-2 py-2 hover:bg-base-200"
          >
            <input
              id={`cadence-${each}`}
              type="radio"
              name="cadence"
              value={each}
              defaultChecked={each === cadence}
              className="radio radio-primary mt-0.5 shrink-0"
            />
            <span>
              {t(`alerts:cadence.${each}`)}
              <span className="muted block text-sm">{t(`alerts:cadence.${each}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button intent="cadence">{t("alerts:cadence.submit")}</Button>
      </div>
      {lastDigestAt === null ? null : (
        <p className="muted text-sm">{t("alerts:cadence.last", { date: formatDateTime(locale, lastDigestAt) })}</p>
      )}
    </form>
  );
}
