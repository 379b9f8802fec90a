import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { Result, SchemeFacts } from "~/domain/assessment/result";
import { useTranslate } from "~/i18n/use-translate";
import { LevelLadder } from "./level-ladder";
import { ScenarioProfile } from "./scenario-profile";
import { ScoreBreakdown } from "./score-breakdown";
import { useWords } from "./use-words";
import { WhatBlocks } from "./what-blocks";

type ResultViewProps = {
  result: Result;
  scheme: SchemeFacts;
  /** Where open questions are answered; null when the assessment is closed. */
  answerOpen: string | null;
  children?: ReactNode;
};

/** A result: level and points, the ladder with what blocks the next rung, scores, scenarios; `children` is the way on. */
export function ResultView({ result, scheme, answerOpen, children }: ResultViewProps) {
  const t = useTranslate();
  const words = useWords();
  const nextLevel = result.blockers?.level ?? null;
  const nameOf = (level: number | null) => {
    const found = scheme.levels.find((one) => one.level === level);
    return found ? words.pick(found.nameZh, found.nameEn) : String(level ?? "");
  };
  return (
    <>
      {result.unanswered > 0 ? (
        <Note tone="waiting">
          {t("assessment:result.unanswered", { count: result.unanswered })}{" "}
          {answerOpen ? (
            <Link to={answerOpen} className="underline underline-offset-4">
              {t("assessment:result.unanswered.link")}
            </Link>
          ) : null}
        </Note>
      ) : null}
      <div className="mt-4 grid items-start gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <Headline result={result} levelName={nameOf(result.level)} scheme={scheme} />
        <section aria-labelledby="ladder-title">
          <h2 id="ladder-title" className="mb-3 text-xl">
            {t("assessment:result.ladder")}
          </h2>
          <LevelLadder levels={scheme.levels} gates={scheme.gates} level={result.level}>
            {result.blockers ? (
              <WhatBlocks
                blockers={result.blockers}
                gains={result.gains}
                scenarios={result.scenarios}
                levelName={nameOf(nextLevel)}
              />
            ) : null}
          </LevelLadder>
        </section>
      </div>
      <Section id="scores" title={t("assessment:result.scores")}>
        <ScoreBreakdown dimensions={result.dimensions} />
        <p className="muted measure mt-3 text-sm">{t("assessment:result.funding")}</p>
      </Section>
      <Section id="scenes" title={t("assessment:result.scenes")} lead={t("assessment:result.scenes.lead")}>
        <ScenarioProfile scenarios={result.scenarios} nextLevel={nextLevel} />
      </Section>
      {children}
    </>
  );
}

type HeadlineProps = { result: Result; levelName: string; scheme: SchemeFacts };

function Headline({ result, levelName, scheme }: HeadlineProps) {
  const t = useTranslate();
  const words = useWords();
  return (
    <div className="panel flex flex-col gap-4 border-t-4 border-t-primary lg:sticky lg:top-4">
      <div>
        <p className="muted text-sm">{t("assessment:result.level")}</p>
        <p className="text-3xl leading-snug font-semibold text-primary">{levelName}</p>
        {result.blockers ? null : <p>{t("assessment:result.top")}</p>}
      </div>
      <div>
        <p className="muted text-sm">{t("assessment:result.total")}</p>
        <p>
          <strong className="text-3xl leading-snug font-semibold">{words.number(result.total)}</strong>
          <span className="muted ms-2">{t("assessment:result.total.of")}</span>
        </p>
      </div>
      <p className="muted border-t border-base-300 pt-3 text-sm">
        {t("assessment:result.scheme", { title: words.pick(scheme.titleZh, scheme.titleEn), no: scheme.issuingNo })}
      </p>
      {scheme.areGatesProvisional ? (
        <p className="muted text-sm">
          <strong className="font-semibold">{t("common:provisional")}</strong> · {t("assessment:provisional.gates")}
        </p>
      ) : null}
    </div>
  );
}
