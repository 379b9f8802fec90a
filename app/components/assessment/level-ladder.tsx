import { Check, Flag, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import type { Gate, LevelName } from "~/domain/assessment/scheme";
import { useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

type LadderProps = {
  levels: LevelName[];
  gates: Gate[];
  /** 0–4; null draws the ladder without anyone on it. */
  level: number | null;
  /** What blocks the next level, drawn on its rung. */
  children?: ReactNode;
};

/** The levels as rungs, highest on top: where you stand in words, what is reached, what the next one asks for. */
export function LevelLadder({ levels, gates, level, children }: LadderProps) {
  const rungs = levels.toSorted((a, b) => b.level - a.level);
  return (
    <ol reversed start={rungs[0]?.level} className="flex flex-col">
      {rungs.map((rung) => (
        <Rung
          key={rung.level}
          rung={rung}
          gate={gates.find((one) => one.level === rung.level) ?? null}
          place={placeOf(rung.level, level)}
          isLast={rung.level === rungs.at(-1)?.level}
        >
          {level !== null && rung.level === level + 1 ? children : null}
        </Rung>
      ))}
    </ol>
  );
}

type Place = "here" | "next" | "reached" | "above" | "none";

function placeOf(rung: number, level: number | null): Place {
  if (level === null) return "none";
  if (rung === level) return "here";
  if (rung < level) return "reached";
  return rung === level + 1 ? "next" : "above";
}

const looks: Record<Place, { number: string; line: string; icon: typeof Check | null }> = {
  here: { number: "bg-primary text-primary-content ring-4 ring-accent", line: "bg-primary", icon: MapPin },
  reached: { number: "bg-primary text-primary-content", line: "bg-primary", icon: Check },
  next: { number: "border-2 border-dashed border-primary", line: "bg-base-300", icon: Flag },
  above: { number: "border border-base-300 muted", line: "bg-base-300", icon: null },
  none: { number: "border border-base-300", line: "bg-base-300", icon: null },
};

type RungProps = { rung: LevelName; gate: Gate | null; place: Place; isLast: boolean; children: ReactNode };

function Rung({ rung, gate, place, isLast, children }: RungProps) {
  const t = useTranslate();
  const words = useWords();
  const { number, line, icon: Icon } = looks[place];
  // Below the first gate nothing was reached: it is where everyone begins.
  const saysPlace = place === "here" || place === "next" || (place === "reached" && gate !== null);
  return (
    <li className="flex list-none gap-4" aria-current={place === "here" ? "step" : undefined}>
      <div aria-hidden className="flex flex-col items-center">
        <span
          className={`flex size-10 shrink-0 items-center justify-center rounded-full text-lg font-semibold ${number}`}
        >
          {rung.level}
        </span>
        {isLast ? null : <span className={`my-1 w-1 grow rounded-full ${line}`} />}
      </div>
      <div className="min-w-0 grow pb-5">
        <p className="flex flex-wrap items-center gap-x-3">
          <strong className={place === "here" ? "text-lg font-semibold" : "font-semibold"}>
            {words.pick(rung.nameZh, rung.nameEn)}
          </strong>
          {saysPlace && Icon ? (
            <span
              className={`inline-flex items-center gap-1 text-sm ${place === "here" ? "font-semibold text-primary" : "muted"}`}
            >
              <Icon aria-hidden size={15} />
              {t(`assessment:ladder.${place}`)}
            </span>
          ) : null}
        </p>
        <p className={place === "above" ? "muted text-sm" : "text-sm"}>
          {words.pick(rung.descriptionZh, rung.descriptionEn)}
        </p>
        {gate && place !== "reached" ? (
          <p className="muted text-sm">
            {t("assessment:ladder.gate", {
              score: words.number(gate.minScore),
              scenes: gate.minScenes,
              level: gate.level,
              constrained: gate.minConstrained,
            })}
          </p>
        ) : null}
        {children ? <div className="mt-3">{children}</div> : null}
      </div>
    </li>
  );
}
