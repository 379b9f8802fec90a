import { Section } from "~/components/kit/page";
import { TextField } from "~/components/kit/fields";
import { fieldOf } from "~/domain/assessment/scheme-change";
import { useTranslate } from "~/i18n/use-translate";
import type { Fields } from "./scheme-editor";

const parts = ["score", "scenes", "constrained"] as const;

/** What every level asks for: points, scenarios, constrained scenarios. */
export function SchemeGates({ levels, of }: { levels: number[]; of: Fields }) {
  const t = useTranslate();
  return (
    <Section title={t("schemes:gates")} lead={t("schemes:gates.lead")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {levels.filter(Boolean).map((level) => (
          <fieldset key={level} className="panel flex flex-col gap-3">
            <legend className="font-semibold">{t("schemes:gate.level", { level })}</legend>
            {parts.map((part) => {
              const field = of(fieldOf.gate(part, level));
              return field ? (
                <TextField
                  key={part}
                  field={field}
                  label={t(`schemes:gate.${part}`)}
                  inputMode="decimal"
                  unit={t(`schemes:gate.${part}.unit`)}
                />
              ) : null;
            })}
          </fieldset>
        ))}
      </div>
    </Section>
  );
}
