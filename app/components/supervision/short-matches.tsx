import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export type ShortMatch = { slug: string; title: string; providerName: string; reason: string | null };

/** The best few solutions with the first reason each; the whole list with all reasons is one click away. */
export function ShortMatches({ matches }: { matches: readonly ShortMatch[] }) {
  const t = useTranslate();
  return (
    <Section
      id="matches"
      title={t("supervision:matches.title")}
      actions={<LinkButton to={paths.enterprise.matches()}>{t("supervision:matches.all")}</LinkButton>}
    >
      {matches.length === 0 ? (
        <EmptyState title={t("supervision:matches.none")}>{t("supervision:matches.none.text")}</EmptyState>
      ) : null}
      <ol className="grid gap-3 md:grid-cols-3">
        {matches.map(({ slug, title, providerName, reason }) => (
          <li key={slug} className="panel">
            <h3 className="text-base">
              <Link to={paths.solution(slug)} className="link-plain">
                {title}
              </Link>
            </h3>
            <p className="muted text-sm">{providerName}</p>
            {reason ? <p className="mt-1 text-sm">{reason}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
