import { Link } from "@remix-run/react";
import type { ReasonKind } from "~/domain/alerts/digest-parts.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Part = {
  kind: ReasonKind;
  nameZh: string;
  nameEn: string;
  recommendationId: string | null;
  solutions: { title: string; providerName: string; slug: string }[];
};

/** Solutions under the reasons for which the reader is told of them. */
export function RecentAlerts({ parts }: { parts: readonly Part[] }) {
  const t = useTranslate();
  const named = useNamed();
  if (parts.length === 0) return <p className="muted">{t("alerts:recent.none")}</p>;
  return (
    <div className="grid gap-5">
      {parts.map((part) => {
        const title = t(`alerts:reason.${part.kind}`, { name: named(part) });
        return (
          <div key={`${part.kind} ${part.nameZh} ${part.recommendationId ?? ""}`}>
            <h3 className="text-base">
              {part.recommendationId === null ? (
                title
              ) : (
                <Link to={paths.enterprise.recommendation(part.recommendationId)} className="link-plain">
                  {title}
                </Link>
              )}
            </h3>
            <ul className="mt-1 border-t border-base-300">
              {part.solutions.map(({ slug, title: name, providerName }) => (
                <li key={slug} className="border-b border-base-300 py-2">
                  <Link to={paths.solution(slug)} className="link-plain [overflow-wrap:anywhere]">
                    {name}
                  </Link>
                  <span className="muted ms-2 text-sm">{providerName}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
