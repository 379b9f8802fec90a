import { Link } from "@remix-run/react";
import { CircleCheck, CircleX, TrendingUp } from "lucide-react";
import type { Blockers, Condition } from "~/domain/assessment/level";
import type { PlacedScenario, PossibleGain } from "~/domain/assessment/result";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useWords } from "./use-words";

type WhatBlocksProps = { blockers: Blockers; gains: PossibleGain[]; scenarios: PlacedScenario[]; levelName: string };

/** Exactly what stands between the present level and the next: three conditions, the shortest way, the most points. */
export function WhatBlocks({ blockers, gains, scenarios, levelName }: WhatBlocksProps) {
  const t = useTranslate();
  const { level, points, scenes, constrained, raise } = blockers;
  return (
    <div className="panel bg-base-200">
      <h3 className="text-base">{t("assessment:result.blockers", { level: levelName })}</h3>
      <ul className="mt-2 flex flex-col gap-2">
        <ConditionLine kind="points" condition={points} level={level} />
        <ConditionLine kind="scenes" condition={scenes} level={level} />
        <ConditionLine kind="constrained" condition={constrained} level={level} />
      </ul>
      {raise.length > 0 ? <ShortestWay blockers={blockers} scenarios={scenarios} /> : null}
      {points.missing > 0 && gains.length > 0 ? <MostPoints gains={gains} /> : null}
    </div>
  );
}

type ConditionProps = { kind: "points" | "scenes" | "constrained"; condition: Condition; level: number };

function ConditionLine({ kind, condition, level }: ConditionProps) {
  const t = useTranslate();
  const words = useWords();
  const isMet = condition.missing === 0;
  const Icon = isMet ? CircleCheck : CircleX;
  const params = {
    has: words.number(condition.has),
    needs: words.number(condition.needs),
    missing: words.number(condition.missing),
    count: condition.missing,
    level,
  };
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden size={20} className={`mt-1 shrink-0 ${isMet ? "text-primary" : "text-error"}`} />
      <span className={isMet ? "muted" : "font-semibold"}>
        {t(`assessment:result.blockers.${kind}.${isMet ? "met" : "missing"}`, params)}
      </span>
    </li>
  );
}

function ShortestWay({ blockers, scenarios }: { blockers: Blockers; scenarios: PlacedScenario[] }) {
  const t = useTranslate();
  const named = useNamed();
  return (
    <>
      <h4 className="mt-4 text-sm font-semibold">{t("assessment:result.raise", { level: blockers.level })}</h4>
      <ul className="mt-1 gap-x-6 sm:columns-2">
        {blockers.raise.map(({ sceneKey, from, isConstrained }) => {
          const scenario = scenarios.find(({ key }) => key === sceneKey);
          const params = { name: scenario ? named(scenario) : sceneKey, from };
          return (
            <li key={sceneKey}>
              <Link to={paths.scenario(sceneKey)} className="link-plain inline-block py-1">
                {t(isConstrained ? "assessment:result.raise.from_constrained" : "assessment:result.raise.from", params)}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function MostPoints({ gains }: { gains: PossibleGain[] }) {
  const t = useTranslate();
  const words = useWords();
  return (
    <>
      <h4 className="mt-4 flex items-center gap-1 text-sm font-semibold">
        <TrendingUp aria-hidden size={16} />
        {t("assessment:result.gains")}
      </h4>
      <ul className="mt-1 flex flex-col gap-1">
        {gains.map(({ no, topicZh, topicEn, points }) => (
          <li key={no}>
            {t("assessment:result.gain", { no, topic: words.pick(topicZh, topicEn), points: words.number(points) })}
          </li>
        ))}
      </ul>
    </>
  );
}
