/** Around a comparison: what is not in it and why, and what could join it. */
import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type LeftOutProps = { tooMany: readonly string[]; unknown: readonly string[]; isAlone: boolean };

export function LeftOut({ tooMany, unknown, isAlone }: LeftOutProps) {
  const t = useTranslate();
  const and = t("search:facts.and");
  return (
    <div className="no-print mb-4 grid gap-3 [overflow-wrap:anywhere] empty:hidden">
      {tooMany.length > 0 ? (
        <Note tone="waiting">{t("search:compare.too_many", { titles: tooMany.join(and) })}</Note>
      ) : null}
      {unknown.length > 0 ? (
        <Note tone="waiting">{t("search:compare.unknown", { slugs: unknown.join(and) })}</Note>
      ) : null}
      {isAlone ? <Note>{t("search:compare.one")}</Note> : null}
    </div>
  );
}

type OfferedProps = {
  offered: readonly { slug: string; title: string; providerName: string }[];
  addressOf: (slug: string) => string;
};

export function Offered({ offered, addressOf }: OfferedProps) {
  const t = useTranslate();
  if (offered.length === 0) return null;
  return (
    <div className="no-print mt-8">
      <Section id="add" title={t("search:compare.add")}>
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {offered.map(({ slug, title, providerName }) => (
            <li key={slug} className="flex items-center gap-3 border-b border-base-300 py-2">
              <span className="min-w-0 flex-1">
                <Link to={paths.solution(slug)} className="link-plain inline-block py-1">
                  {title}
                </Link>
                <span className="muted block text-sm">{providerName}</span>
              </span>
              <Link
                to={addressOf(slug)}
                aria-label={t("search:compare.add.label", { title })}
                className="btn btn-sm min-h-11 border-base-300 bg-base-100"
              >
                <Plus aria-hidden size={16} />
                {t("search:compare.add.go")}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
