import { TextField } from "~/components/kit/fields";
import { Section } from "~/components/kit/page";
import { fieldOf } from "~/domain/assessment/scheme-change";
import type { SchemePage } from "~/domain/assessment/scheme-page";
import { useTranslate } from "~/i18n/use-translate";
import type { Fields } from "./scheme-editor";
import { useWords } from "./use-words";

const languages = ["zh", "en"] as const;

/** Names of levels and texts of options in both languages; long parts are folded, those with an error are open. */
export function SchemeTexts({ page, of }: { page: SchemePage; of: Fields }) {
  const t = useTranslate();
  return (
    <>
      <Section title={t("schemes:names")}>
        <div className="grid gap-4 md:grid-cols-2">
          {page.levels.map((level) => (
            <Pair
              key={level}
              of={of}
              nameOf={(language) => fieldOf.level(level, language)}
              labelOf={(language) => t("schemes:level.field", { level, language })}
            />
          ))}
        </div>
      </Section>
      <Section title={t("schemes:texts")} lead={t("schemes:texts.lead")}>
        <div className="flex flex-col gap-3">
          {page.sections
            .filter(({ questions }) => questions.length > 0)
            .map((section) => (
              <Texts key={section.slug} section={section} of={of} />
            ))}
        </div>
      </Section>
    </>
  );
}

function Texts({ section, of }: { section: SchemePage["sections"][number]; of: Fields }) {
  const t = useTranslate();
  const words = useWords();
  const names = section.questions.flatMap(({ key, options }) =>
    options.flatMap(({ value }) => languages.map((language) => fieldOf.option(key, value, language))),
  );
  const hasError = names.some((name) => of(name)?.errors);
  return (
    <details className="panel" open={hasError}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">
        {t("schemes:texts.section", {
          section: words.pick(section.nameZh, section.nameEn),
          count: section.questions.length,
        })}
      </summary>
      {section.questions.map(({ key, no, topicZh, topicEn, options }) => (
        <fieldset key={key} className="mt-4 flex flex-col gap-3">
          <legend className="font-semibold">
            {t("schemes:question", { no, topic: words.pick(topicZh, topicEn) })}
          </legend>
          {options.map(({ value }) => (
            <Pair
              key={value}
              of={of}
              nameOf={(language) => fieldOf.option(key, value, language)}
              labelOf={(language) => t("schemes:option.field", { no, value, language })}
            />
          ))}
        </fieldset>
      ))}
    </details>
  );
}

type PairProps = {
  of: Fields;
  nameOf: (language: "zh" | "en") => string;
  labelOf: (language: string) => string;
};

/** The same words in both languages, side by side. */
function Pair({ of, nameOf, labelOf }: PairProps) {
  const t = useTranslate();
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {languages.map((language) => {
        const field = of(nameOf(language));
        return field ? (
          <TextField key={language} field={field} label={labelOf(t(`schemes:language.${language}`))} />
        ) : null;
      })}
    </div>
  );
}
