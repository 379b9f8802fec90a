/** Open providers: by name, type, scenario and industry; those with most live solutions first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useId } from "react";
import { providerTypes } from "#db/vocabulary/catalogue";
import { ListPages } from "~/components/catalogue/list-pages";
import { IgnoredNote } from "~/components/catalogue/listing-chips";
import { ProviderRow } from "~/components/catalogue/provider-row";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { knownNames } from "~/domain/catalogue/listing.server";
import { parseProviderQuery, publishedProviders, type ProviderQuery } from "~/domain/catalogue/provider-list.server";
import type { Named } from "~/domain/catalogue/solution-card";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:providers.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const { query, ignored } = parseProviderQuery(new URL(request.url).searchParams, await knownNames(db));
  const { items, ...page } = await publishedProviders(db, query);
  const { scenarios, industries } = await referenceOf(db);
  const named = (value: string, { nameZh, nameEn }: Named) => ({ value, nameZh, nameEn });
  return {
    ...page,
    query,
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
  const { query, providers, total, from, next, previous, ignored, ...choices } = useLoaderData<typeof loader>();
  const page = (after: string | null) => paths.providers({ ...query, after });
  return (
    <>
      <PageHeader title={t("search:providers.title")} lead={t("search:providers.found", { count: total })} />
      <Filters query={query} {...choices} />
      <div className="mt-4">
        <IgnoredNote ignored={ignored} />
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

type Choice = Named & { value: string };
type FiltersProps = { query: ProviderQuery; scenarios: Choice[]; industries: Choice[] };

function Filters({ query, scenarios, industries }: FiltersProps) {
  const t = useTranslate();
  const named = useNamed();
  const id = useId();
  const options = (choices: Choice[]) => choices.map((each) => ({ value: each.value, label: named(each) }));
  const types = providerTypes.map((type) => ({ value: type, label: t(`catalogue:provider_type.${type}`) }));
  return (
    <Form
      method="get"
      role="search"
      className="no-print panel grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1.4fr_1fr_1fr_1fr_auto]"
    >
      <div>
        <label htmlFor={id} className="mb-1 block text-sm">
          {t("search:providers.q")}
        </label>
        <input id={id} name="q" type="search" defaultValue={query.q} maxLength={64} className="input min-h-11 w-full" />
      </div>
      <Pick name="type" label={t("search:providers.type")} value={query.type} options={types} />
      <Pick
        name="scenario"
        label={t("search:list.facet.scenario")}
        value={query.scenario}
        options={options(scenarios)}
      />
      <Pick
        name="industry"
        label={t("search:list.facet.industry")}
        value={query.industry}
        options={options(industries)}
      />
      <button type="submit" className="btn btn-primary min-h-11">
        {t("search:providers.apply")}
      </button>
    </Form>
  );
}

type PickProps = { name: string; label: string; value: string | null; options: { value: string; label: string }[] };

function Pick({ name, label, value, options }: PickProps) {
  const t = useTranslate();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value ?? ""} className="select min-h-11 w-full">
        <option value="">{t("search:providers.all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
