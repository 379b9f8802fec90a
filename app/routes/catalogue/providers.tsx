/** Open providers: by name, type, scenario and industry; those with most live solutions first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPages } from "~/components/catalogue/list-pages";
import { LeftOutNotes } from "~/components/catalogue/left-out-notes";
import { ProviderFilters } from "~/components/catalogue/provider-filters";
import { ProviderRow } from "~/components/catalogue/provider-row";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { knownNames } from "~/domain/catalogue/listing.server";
import { LONGEST_PROVIDER_Q, parseProviderQuery, publishedProviders } from "~/domain/catalogue/provider-list.server";
import type { Named } from "~/domain/catalogue/solution-card";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { filledParams } from "~/http/filled-params.server";
import { notFound } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:providers.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const { query, ignored, isShortened } = parseProviderQuery(filledParams(request), await knownNames(db));
  const { items, isPastEnd, ...page } = await publishedProviders(db, query);
  if (isPastEnd) throw notFound();
  const { scenarios, industries } = await referenceOf(db);
  const named = (value: string, { nameZh, nameEn }: Named) => ({ value, nameZh, nameEn });
  return {
    ...page,
    query,
    longestQ: LONGEST_PROVIDER_Q,
    isShortened,
    ignored: [...ignored, ...page.ignored],
    providers: items.map(({ slug, name, type, summary, localOffice, solutions, acceptedProjects }) => ({
      slug,
      name,
      type,
      summary,
      localOffice,
      solutions,
      acceptedProjects,
    })),
    scenarios: [...scenarios.values()].filter(({ kind }) => kind !== "example").map((each) => named(each.key, each)),
    industries: [...industries.values()]
      .filter(({ level }) => level === "division")
      .map((each) => named(each.code, each)),
  };
}

export default function Providers() {
  const t = useTranslate();
  const { query, providers, total, from, next, previous, ignored, isShortened, longestQ, ...choices } =
    useLoaderData<typeof loader>();
  const page = (after: string | null) => paths.providers({ ...query, after });
  return (
    <>
      <PageHeader title={t("search:providers.title")} lead={t("search:providers.found", { count: total })} />
      <ProviderFilters query={query} ignored={ignored} {...choices} />
      <div className="mt-4 grid gap-3">
        <LeftOutNotes ignored={ignored} isShortened={isShortened} most={longestQ} />
      </div>
      {providers.length === 0 ? (
        <EmptyState title={t("search:providers.empty")}>
          <p>{t("search:providers.empty.text")}</p>
          <LinkButton to={paths.providers()} tone="primary">
            {t("search:providers.clear")}
          </LinkButton>
        </EmptyState>
      ) : (
        <ul>
          {providers.map((provider) => (
            <ProviderRow key={provider.slug} provider={provider} />
          ))}
        </ul>
      )}
      <ListPages
        from={from}
        shown={providers.length}
        next={next && page(next)}
        previous={from > 1 ? page(previous) : null}
      />
    </>
  );
}
