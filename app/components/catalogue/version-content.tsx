import type { ReactNode } from "react";
import { Facts, Section } from "~/components/kit/page";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import { solutionSections, type SolutionContent, type SolutionField } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";
import { useFieldValues } from "./field-values";

type Props = {
  content: SolutionContent;
  names: NamedCodes;
  /** What stands under a field's value. */
  under?: (field: SolutionField) => ReactNode;
};

/** Every field of a version, section by section. */
export function VersionContent({ content, names, under }: Props) {
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
                  {under?.(field)}
                </>
              ),
            }))}
          />
        </Section>
      ))}
    </div>
  );
}
