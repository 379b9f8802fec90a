/**
 * Why this: at most three reasons in words, one bar of the score's parts, and what is missing for near misses. The bar is a
 * picture for the eye; the same parts stand beside it in words for everyone, in a list that opens without JavaScript.
 */
import { Link } from "@remix-run/react";
import { Check, TriangleAlert } from "lucide-react";
import type { PartCode } from "~/domain/matching/weights";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { Why } from "./match-view";

/** Shades of one ink: the parts are told apart by their order and the white between them, named in the list. */
const shades: Record<PartCode, string> = {
  fit: "bg-primary",
  industry: "bg-primary/80",
  price: "bg-primary/65",
  speed: "bg-primary/50",
  locality: "bg-primary/65",
  quality: "bg-primary/80",
};

export function WhyThis({ why }: { why: Why }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-baseline gap-1.5">
        <span className="muted me-1 text-sm">{t("matching:score")}</span>
        <span className="text-2xl leading-none font-semibold text-primary">{why.score}</span>
        <span className="muted text-sm">{t("matching:score.of")}</span>
      </p>
      <ScoreBar parts={why.parts} />
      {why.missing.length > 0 ? <MissingList missing={why.missing} /> : null}
      {why.told.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {why.told.map((reason) => (
            <li key={reason} className="flex items-start gap-1.5">
              <Check aria-hidden size={16} className="mt-1 shrink-0 text-primary" />
              {reason}
            </li>
          ))}
        </ul>
      ) : null}
      <PartList parts={why.parts} />
    </div>
  );
}

function ScoreBar({ parts }: { parts: Why["parts"] }) {
  return (
    <div aria-hidden className="flex h-2.5 w-full gap-px overflow-hidden rounded-full bg-base-300">
      {parts.map(({ code, points }) =>
        points > 0 ? <span key={code} className={shades[code]} style={{ width: `${points}%` }} /> : null,
      )}
    </div>
  );
}

function MissingList({ missing }: { missing: Why["missing"] }) {
  const t = useTranslate();
  return (
    <ul
      aria-label={t("matching:missing.title")}
      className="flex flex-col gap-1 rounded-field bg-warning p-2 text-sm text-warning-content"
    >
      {missing.map((sentence) => (
        <li key={sentence} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden size={16} className="mt-1 shrink-0" />
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function PartList({ parts }: { parts: Why["parts"] }) {
  const t = useTranslate();
  return (
    <details className="text-sm">
      <summary className="link-plain inline-block py-1">{t("matching:parts.open")}</summary>
      <dl className="mt-1 grid grid-cols-[max-content_max-content_1fr] gap-x-3 gap-y-1">
        {parts.map(({ code, points, of, words }) => (
          <div key={code} className="contents">
            <dt className="font-semibold">{t(`matching:part.${code}`)}</dt>
            <dd className="text-end">{t("matching:part.points", { points, of })}</dd>
            <dd className="muted">{words}</dd>
          </div>
        ))}
      </dl>
      <Link to={paths.howWeRank()} className="link-plain mt-1 inline-block py-1">
        {t("matching:rank.link")}
      </Link>
    </details>
  );
}
