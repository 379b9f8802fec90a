import type { ReactNode } from "react";
import { Facts, Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import { solutionSections, type SolutionContent, type SolutionField } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";
import { useFieldValues } from "./field-values";

type Shown = { content: SolutionContent; names: NamedCodes };
type Props = Shown & {
  /** Fields that differ from what readers see now, with that version. */
  changed?: readonly SolutionField[];
  live?: Shown | null;
};

/** Every field of a version, section by section; what changed since the live version is marked with what it was. */
export function VersionContent({ content, names, changed = [], live = null }: Props) {
  const t = useTranslate();
  const valueOf = useFieldValues();
  return (
    // One label column for all sections: values stand in one line from top to bottom.
    <div className="sm:[&_dl]:grid-cols-[10rem_1fr]">
      {solutionSections.map(({ key, fields }) => (
        <Section key={key} id={`content-${key}`} title={t(`catalogue:section.${key}`)}>
          <Facts
            facts={fields.map((field) => ({
              label: t(`catalogue:field.${field}`),
              value: (
                <>
                  {valueOf(field, { content, names })}
                  {live && changed.includes(field) ? <Before>{valueOf(field, live)}</Before> : null}
                </>
              ),
            }))}
          />
        </Section>
      ))}
    </div>
  );
}

function Before({ children }: { children: ReactNode }) {
  const t = useTranslate();
  return (
    <div className="mt-2 border-s-4 border-warning ps-3">
      <StatusBadge tone="waiting">{t("catalogue:changed_from")}</StatusBadge>
      <div className="muted mt-1">{children}</div>
    </div>
  );
}
