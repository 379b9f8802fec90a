import type { ParkFigures } from "~/domain/insight/figures.server";
import { useTranslate } from "~/i18n/use-translate";
import { FigureValue } from "../insight/figure-grid";

/** A park's own figures; counts of enterprises under five are hidden. */
export function ParkFigureList({ figures, solutions }: { figures: ParkFigures; solutions: number }) {
  const t = useTranslate();
  const rows = [
    { label: t("insight:figure.enterprises_diagnosed"), value: figures.enterprises_diagnosed, unit: "enterprise" },
    { label: t("insight:figure.enterprises_retrofitted"), value: figures.enterprises_retrofitted, unit: "enterprise" },
    { label: t("insight:figure.park_sessions"), value: figures.park_sessions, unit: "session" },
    { label: t("scenarios:park.figure.solutions"), value: solutions, unit: "solution" },
    { label: t("scenarios:park.figure.providers"), value: figures.providers, unit: "provider" },
  ] as const;
  return (
    <section aria-label={t("scenarios:park.figures")}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-5">
        {rows.map(({ label, value, unit }) => (
          <div key={label} className="flex flex-col-reverse justify-end border-s-2 border-primary ps-3">
            <dt className="muted text-sm">{label}</dt>
            <dd>
              <FigureValue value={value} unit={unit} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
