/** Matches as rows that scan: what it is and its four facts on the left, why on the right, the action below. */
import { Link } from "@remix-run/react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { LinkButton } from "~/components/kit/button";
import type { MatchLine } from "./match-line";
import { WhyThis } from "./why-this";

type ListProps = {
  lines: readonly MatchLine[];
  label: string;
  /** Where an enterprise asks the provider; a visitor only reads. */
  askTo?: (slug: string) => string;
};

export function MatchList({ lines, label, askTo }: ListProps) {
  return (
    <ol aria-label={label} className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.slug} className="panel grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <Listing line={line} askTo={askTo} />
          <WhyThis why={line.why} />
        </li>
      ))}
    </ol>
  );
}

function Listing({ line, askTo }: { line: MatchLine; askTo?: ListProps["askTo"] }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-lg">
        <Link to={paths.solution(line.slug)} className="link-plain">
          {line.title}
        </Link>
      </h3>
      <p className="muted text-sm">
        <Link to={paths.provider(line.provider.slug)} className="link-plain inline-block py-0.5">
          {line.provider.name}
        </Link>
      </p>
      <p className="measure">{line.summary}</p>
      <p className="no-print mt-auto flex flex-wrap gap-2 pt-2">
        {askTo ? (
          <LinkButton to={askTo(line.slug)} tone="primary">
            {t("matching:ask")}
          </LinkButton>
        ) : null}
        <LinkButton to={paths.solution(line.slug)}>{t("matching:read")}</LinkButton>
      </p>
    </div>
  );
}
