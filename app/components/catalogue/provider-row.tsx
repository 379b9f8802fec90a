import { Link } from "@remix-run/react";
import type { ProviderType } from "#db/vocabulary/catalogue";
import { Tag } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useLangOf } from "./own-words";

export type ProviderLine = {
  slug: string;
  name: string;
  type: ProviderType;
  summary: string;
  localOffice: string;
  solutions: number;
  acceptedProjects: number;
};

/** A provider in a list: name, type, one line, what it has shown so far. */
export function ProviderRow({ provider }: { provider: ProviderLine }) {
  const t = useTranslate();
  const langOf = useLangOf();
  const { solutions, acceptedProjects } = provider;
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-base-300 py-4 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="text-lg">
            <Link
              to={paths.provider(provider.slug)}
              lang={langOf(provider.name)}
              className="text-primary underline-offset-4 hover:underline"
            >
              {provider.name}
            </Link>
          </h2>
          <Tag>{t(`catalogue:provider_type.${provider.type}`)}</Tag>
        </div>
        {provider.summary ? (
          <p lang={langOf(provider.summary)} className="line-clamp-2 max-w-[46em]">
            {provider.summary}
          </p>
        ) : null}
      </div>
      <p className="muted flex flex-wrap gap-x-4 text-sm lg:grid lg:content-start lg:pt-1">
        <span>{t("search:providers.solutions", { count: solutions })}</span>
        <span>
          {acceptedProjects > 0
            ? t("search:providers.accepted", { count: acceptedProjects })
            : t("search:providers.accepted.none")}
        </span>
        {provider.localOffice ? <span lang={langOf(provider.localOffice)}>{provider.localOffice}</span> : null}
      </p>
    </li>
  );
}
