import { useNamed, useTranslate } from "~/i18n/use-translate";
import type { PlacedScenario } from "~/domain/assessment/result";

const WIDTH = 460;
const HEIGHT = 400;
const RADIUS = 138;
const HIGHEST = 4;
const LONG_LABEL = 12;

type Point = { x: number; y: number };

/** The 16 scenarios on 16 axes, rings for levels 1–4, the next level's ring dashed. The table beside it has the same figures. */
export function ScenarioRadar({ scenarios, nextLevel }: { scenarios: PlacedScenario[]; nextLevel: number | null }) {
  const t = useTranslate();
  const at = (axis: number, level: number): Point => {
    const angle = (2 * Math.PI * axis) / scenarios.length - Math.PI / 2;
    const reach = (RADIUS * level) / HIGHEST;
    return { x: round(WIDTH / 2 + reach * Math.cos(angle)), y: round(HEIGHT / 2 + reach * Math.sin(angle)) };
  };
  const ring = (level: number) => pathOf(scenarios.map((_scenario, axis) => at(axis, level)));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t("assessment:result.scenes.chart")}
      className="w-full"
    >
      {[4, 3, 2, 1].map((level) => (
        <path
          key={level}
          d={ring(level)}
          className={`stroke-base-300 ${level === HIGHEST ? "fill-base-200" : "fill-none"}`}
        />
      ))}
      {scenarios.map(({ key }, axis) => {
        const { x, y } = at(axis, HIGHEST);
        return <line key={key} x1={WIDTH / 2} y1={HEIGHT / 2} x2={x} y2={y} className="stroke-base-300" />;
      })}
      {nextLevel === null ? null : (
        <path d={ring(nextLevel)} className="fill-none stroke-error" strokeWidth={1.5} strokeDasharray="5 4" />
      )}
      <path
        d={pathOf(scenarios.map(({ level }, axis) => at(axis, level)))}
        className="fill-primary/25 stroke-primary"
        strokeWidth={2.5}
        strokeLinejoin="round"
      />
      {scenarios.map((scenario, axis) => {
        const dot = at(axis, scenario.level);
        return <circle key={scenario.key} cx={dot.x} cy={dot.y} r={3.5} className="fill-primary" />;
      })}
      {scenarios.map((scenario, axis) => (
        <AxisLabel key={scenario.key} scenario={scenario} place={at(axis, HIGHEST * 1.08)} />
      ))}
    </svg>
  );
}

function AxisLabel({ scenario, place }: { scenario: PlacedScenario; place: Point }) {
  const named = useNamed();
  const lines = linesOf(named(scenario));
  const dx = place.x - WIDTH / 2;
  const anchor = Math.abs(dx) < 10 ? "middle" : dx > 0 ? "start" : "end";
  // The first line of a label above the chart's middle moves up by the lines that follow it.
  const rise = place.y < HEIGHT / 2 - 20 ? (lines.length - 1) * 13 : 0;
  return (
    <text
      x={place.x}
      y={place.y + 4 - rise}
      textAnchor={anchor}
      className={`fill-base-content text-[13px] ${scenario.isConstrained ? "font-semibold" : ""}`}
    >
      {lines.map((line, at) => (
        <tspan key={line} x={place.x} dy={at === 0 ? 0 : 13}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A long English name takes two lines. */
function linesOf(name: string): string[] {
  const space = name.indexOf(" ");
  return name.length <= LONG_LABEL || space < 0 ? [name] : [name.slice(0, space), name.slice(space + 1)];
}

function pathOf(points: Point[]): string {
  return `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
