/** The questionnaire of the visit, a section at a time. */
import { useId, useState } from "react";
import { useWords } from "~/components/assessment/use-words";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { Kept } from "./device";
import type { Kit } from "./kit";
import { QuestionCard } from "./question-card";
import { answerShown, progressShown } from "./shown";

export function QuestionsView({ kit, kept }: { kit: Kit; kept: Kept }) {
  const t = useTranslate();
  const words = useWords();
  const [at, setAt] = useState(() => firstOpen(kept));
  const { sections, caseId } = kept.book;
  const section = sections[at];
  if (!section) return null;
  if (kept.state.assessment === "finished") {
    return (
      <p>
        {t("field:questions.finished")} <a href={paths.expert.assessment(caseId)}>{t("field:ordinary.assessment")}</a>
      </p>
    );
  }
  const go = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
  };
  const { answered, total } = progressShown(kept);
  return (
    <>
      <SectionChoice kept={kept} at={at} onChoose={go} />
      <h2 className="mt-4 mb-3 text-xl">{words.pick(section.nameZh, section.nameEn)}</h2>
      <div className="flex flex-col gap-4">
        {section.questions.map((question) => (
          <QuestionCard key={question.key} question={question} kept={kept} kit={kit} />
        ))}
      </div>
      <div className="mt-4 grid grid-cols-2 gap-3">
        <button type="button" className="btn min-h-14" disabled={at === 0} onClick={() => go(at - 1)}>
          {t("field:section.previous")}
        </button>
        <button
          type="button"
          className="btn btn-primary min-h-14"
          disabled={at === sections.length - 1}
          onClick={() => go(at + 1)}
        >
          {t("field:section.next")}
        </button>
      </div>
      {answered === total ? (
        <p className="mt-4">
          {t("field:questions.all_answered")}{" "}
          <a href={paths.expert.assessment(caseId)}>{t("field:ordinary.assessment")}</a>
        </p>
      ) : null}
    </>
  );
}

function SectionChoice({ kept, at, onChoose }: { kept: Kept; at: number; onChoose: (at: number) => void }) {
  const t = useTranslate();
  const words = useWords();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {t("field:section.choose")}
      </label>
      <select
        id={id}
        value={at}
        onChange={({ target }) => onChoose(Number(target.value))}
        className="select min-h-14 w-full border-2 border-base-content/50 text-lg"
      >
        {kept.book.sections.map((section, index) => {
          const answered = section.questions.filter(({ key }) => answerShown(kept, key).value.choice.length > 0);
          const name = words.pick(section.nameZh, section.nameEn);
          return (
            <option key={section.slug} value={index}>
              {t("field:section.option", { name, answered: answered.length, total: section.questions.length })}
            </option>
          );
        })}
      </select>
    </div>
  );
}

function firstOpen(kept: Kept): number {
  const at = kept.book.sections.findIndex(({ questions }) =>
    questions.some(({ key }) => answerShown(kept, key).value.choice.length === 0),
  );
  return Math.max(at, 0);
}
