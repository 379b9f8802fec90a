import { ChevronDown } from "lucide-react";
import { Button, LinkButton } from "~/components/kit/button";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { numberTyped, type Numbers } from "~/domain/assessment/derivation";
import type { SectionPage } from "~/domain/assessment/section-page";
import { useTranslate } from "~/i18n/use-translate";
import { QuestionField } from "./question-field";
import { SectionList } from "./section-list";
import { useLiveAnswers } from "./use-live-answers";
import { useWords } from "./use-words";

type Typed = Record<string, unknown>;

type SectionFormProps = {
  page: SectionPage;
  /** What the action answered. */
  answer: unknown;
  /** The version the form is drawn from; 0 for a visitor. */
  edit: number;
  hrefOf: (slug: string) => string;
  up: { to: string; label: string };
  /** Where the answers go, in a sentence. */
  savedWhere: string;
  /** The button of the last section. */
  lastButton: string;
};

/** One section of the questionnaire as a page; key it by section, since the same page serves the next one. */
export function SectionForm({ page, answer, edit, hrefOf, up, savedWhere, lastButton }: SectionFormProps) {
  const t = useTranslate();
  const words = useWords();
  const { section, steps, defaults, previous, next } = page;
  const [form, fields] = useFormOf<Typed>({ id: `section-${section.slug}`, answer, defaults });
  const names = section.questions.flatMap(({ numberFields }) => numberFields.map(({ key }) => key));
  const { numbers, follow } = useLiveAnswers(
    section.questions,
    numbersOf(names, (name) => fields[name]?.initialValue),
  );
  const at = steps.findIndex(({ slug }) => slug === section.slug) + 1;
  const lead = section.dimension.mode === "points" ? "points" : "scenes";
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div>
        <PageHeader
          up={up}
          title={words.pick(section.nameZh, section.nameEn)}
          lead={
            <>
              <p className="text-sm">{t("assessment:section.step", { at, of: steps.length })}</p>
              <p className="mt-1">{t(`assessment:section.${lead}.lead`)}</p>
            </>
          }
        />
        <details className="panel mb-4 p-2 lg:hidden">
          <summary className="flex min-h-11 items-center justify-between px-2">
            {t("assessment:sections.toggle", { count: steps.length })}
            <ChevronDown aria-hidden size={18} />
          </summary>
          <SectionList steps={steps} hrefOf={hrefOf} here={section.slug} />
        </details>
        <div onChange={follow}>
          <PostForm form={form}>
            <ErrorSummary form={form} labels={labelsOf(page, words.pick)} />
            <input type="hidden" name="edit" value={edit} />
            {section.questions.map((question) => (
              <QuestionField
                key={question.key}
                question={question}
                others={section.questions}
                fields={fields}
                numbers={numbers}
              />
            ))}
            <div className="flex flex-wrap items-center gap-3">
              <Button intent="next">{next ? t("assessment:section.save_next") : lastButton}</Button>
              <Button intent="leave" tone="plain">
                {t("assessment:section.save_leave")}
              </Button>
              {previous ? (
                <LinkButton to={hrefOf(previous)} tone="quiet">
                  {t("assessment:section.previous")}
                </LinkButton>
              ) : null}
            </div>
            <p className="muted text-sm">{savedWhere}</p>
          </PostForm>
        </div>
      </div>
      <aside className="hidden lg:block">
        <div className="panel sticky top-4 p-2">
          <SectionList steps={steps} hrefOf={hrefOf} here={section.slug} />
        </div>
      </aside>
    </div>
  );
}

/** What the number fields hold when the page is drawn: kept answers, or what was typed before an error. */
function numbersOf(names: string[], valueOf: (name: string) => unknown): Numbers {
  return Object.fromEntries(names.map((name) => [name, numberTyped(String(valueOf(name) ?? ""))]));
}

function labelsOf({ section }: SectionPage, pick: (zh: string, en: string) => string): Record<string, string> {
  return Object.fromEntries(
    section.questions.flatMap(({ key, topicZh, topicEn, numberFields }) => [
      [key, pick(topicZh, topicEn)],
      ...numberFields.map((field) => [field.key, pick(field.labelZh, field.labelEn)]),
    ]),
  );
}
