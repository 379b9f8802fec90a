/** One result beside those of its industry and size: in words, and drawn as a bar of the middle half with one's own mark. */
import { Note } from "~/components/kit/status";
import type { Part, PartStanding } from "~/domain/assessment/standing";
import type { Compared } from "~/domain/assessment/standing.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

const most: Record<Part, number> = { total: 100, foundation: 50, management: 30, effect: 20, scenarios: 4, level: 4 };

export type Industry = { nameZh: string; nameEn: string } | null;

export function StandingCard({ compared, industry }: { compared: Compared; industry: Industry }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  const { source, own, others, size, parts } = compared;
  const group = industry ? words.pick(industry.nameZh, industry.nameEn) : compared.industryCode;
  const sizeText = t(size ? `effects:size.${size}` : "effects:size.unknown");
  const id = `standing-${source}`;
  return (
    <section aria-labelledby={id} className="panel flex flex-col gap-3">
      <h2 id={id} className="text-lg">
        {t(`assessment:source.${source}`)}
      </h2>
      <p className="muted text-sm">
        {t("effects:standing.own", {
          date: formatDate(locale, own.finishedAt),
          score: words.number(own.total),
          level: own.level,
        })}
      </p>
      <p>{t("effects:standing.group", { group, size: sizeText, count: others })}</p>
      {compared.isWidened ? <p className="muted text-sm">{t("effects:standing.widened", { group })}</p> : null}
      {parts === null ? (
        <Note>{t("effects:standing.too_few")}</Note>
      ) : (
        <ul className="flex flex-col gap-4">
          {parts.map((one) => (
            <PartRow key={one.part} standing={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PartRow({ standing }: { standing: PartStanding }) {
  const t = useTranslate();
  const words = useWords();
  const { part, own, below, above, lower, median, upper } = standing;
  const at = (value: number) => `${Math.min(100, (value / most[part]) * 100)}%`;
  return (
    <li>
      <p className="flex flex-wrap justify-between gap-x-4">
        <strong className="font-semibold">{t(`effects:part.${part}`)}</strong>
        <span>{t("effects:standing.value", { own: words.number(own), max: most[part] })}</span>
      </p>
      <span aria-hidden className="relative my-2 block h-3 rounded-field bg-base-300">
        <span
          className="absolute inset-y-0 rounded-field bg-accent"
          style={{ left: at(lower), width: `calc(${at(upper)} - ${at(lower)})`, minWidth: "4px" }}
        />
        <span className="absolute -inset-y-0.5 w-0.5 bg-base-content" style={{ left: at(median) }} />
        <span
          className="absolute -inset-y-1 w-2 -translate-x-1/2 rounded-full bg-primary ring-2 ring-base-100"
          style={{ left: at(own) }}
        />
      </span>
      <p className="text-sm">
        {t("effects:standing.words", {
          below,
          above,
          median: words.number(median),
          lower: words.number(lower),
          upper: words.number(upper),
        })}
      </p>
    </li>
  );
}
