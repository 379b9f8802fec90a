import { Link } from "@remix-run/react";
import { MapPin } from "lucide-react";
import type { ProviderType } from "#db/vocabulary/catalogue";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useLangOf } from "./own-words";

type Card = {
  slug: string;
  name: string;
  type: ProviderType;
  summary: string;
  localOffice: string;
  certificates: string[];
  solutions: number;
};

/** Who offers a solution, beside it. */
export function ProviderCard({ provider }: { provider: Card }) {
  const t = useTranslate();
  const langOf = useLangOf();
  return (
    <section aria-labelledby="provider-card" className="panel grid gap-2">
      <h2 id="provider-card" className="muted text-sm font-normal">
        {t("search:page.provider")}
      </h2>
      <p className="text-lg leading-snug font-semibold">
        <Link
          to={paths.provider(provider.slug)}
          lang={langOf(provider.name)}
          className="underline-offset-4 hover:underline"
        >
          {provider.name}
        </Link>
      </p>
      <p className="muted text-sm">{t(`catalogue:provider_type.${provider.type}`)}</p>
      {provider.summary ? (
        <p lang={langOf(provider.summary)} className="line-clamp-4 text-sm">
          {provider.summary}
        </p>
      ) : null}
      {provider.localOffice ? (
        <p className="flex items-start gap-1.5 text-sm">
          <MapPin aria-hidden size={16} className="mt-1 shrink-0" />
          <span lang={langOf(provider.localOffice)}>{provider.localOffice}</span>
        </p>
      ) : null}
      {provider.certificates.length > 0 ? <p className="muted text-sm">{provider.certificates.join(" · ")}</p> : null}
      <Link to={paths.provider(provider.slug)} className="link-plain py-1 text-sm">
        {t("search:page.provider.more", { count: provider.solutions })}
      </Link>
    </section>
  );
}
