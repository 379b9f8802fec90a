/** The case line as one small drawing, for rows of a list: fifty lists of ten steps were a third of a desk's page. */
import type { LinePosition } from "~/domain/clinic/case-line";
import { caseLine } from "~/domain/clinic/diagnosis-status";
import { useTranslate } from "~/i18n/use-translate";

const GAP = 36;
const MIDDLE = 9;
const centre = (index: number) => 12 + index * GAP;
const last = caseLine.length - 1;
const width = centre(last) + 12;

const dot = (index: number, r: number) =>
  `M${centre(index) - r} ${MIDDLE}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const dots = (from: number, to: number) =>
  caseLine
    .slice(from, to)
    .map((_, offset) => dot(from + offset, 6))
    .join("");

/** Only for cases that did not end early. */
export function SmallLine({ position: { at } }: { position: LinePosition }) {
  const t = useTranslate();
  const step = caseLine[at];
  if (!step) return null;
  const isWhole = at === last;
  const done = isWhole ? at + 1 : at;
  return (
    <svg
      role="img"
      aria-label={t("desk:line.at", { no: at + 1, of: caseLine.length, name: t(`clinic:line.${step}`) })}
      viewBox={`0 0 ${width} 18`}
      className="h-[18px] max-w-full"
      fill="none"
      strokeWidth="2"
    >
      <path d={`M${centre(0)} ${MIDDLE}H${centre(last)}`} className="stroke-base-300" />
      <path d={`M${centre(0)} ${MIDDLE}H${centre(at)}`} className="stroke-primary" />
      <path d={dots(0, done)} className="fill-primary stroke-primary" />
      {isWhole ? null : (
        <>
          <path d={dot(at, 9)} className="fill-accent" />
          <path d={dot(at, 6)} className="fill-base-100 stroke-primary" />
          <path d={dot(at, 2.5)} className="fill-primary" />
        </>
      )}
      <path d={dots(done + (isWhole ? 0 : 1), last + 1)} className="fill-base-100 stroke-base-300" />
    </svg>
  );
}
