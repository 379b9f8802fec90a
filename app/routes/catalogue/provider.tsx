/** One open provider: who it is, what it is good at, and its live solutions. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FavouriteForm } from "~/components/catalogue/favourite-button";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { SolutionRow } from "~/components/catalogue/solution-row";
import { PublicEffects } from "~/components/effects/public-effects";
import { EmptyState, Facts, PageHeader, Section, type Fact } from "~/components/kit/page";
import { Tag } from "~/components/kit/status";
import { publishedProvider } from "~/domain/catalogue/provider-list.server";
import { cardOf, namesOf } from "~/domain/catalogue/solution-card";
import { confirmedEffects } from "~/domain/effects/public-effects.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { favouritesOf } from "~/http/favourites.server";
import { found } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = store();
  const { listed, id, ...provider } = found(await publishedProvider(db, params.slug ?? ""));
  const reference = await referenceOf(db);
  const park = provider.parkSlug === null ? undefined : reference.parks.get(provider.parkSlug);
  const scenarios = provider.scenarios.flatMap((key) => reference.scenarios.get(key) ?? []);
  return {
    provider,
    pageTitle: provider.name,
    cards: listed.map((each) => cardOf(each, reference)),
    favourites: await favouritesOf(request),
    effects: await confirmedEffects(db, { providerId: id }),
    industries: namesOf(provider.industries, reference.industries),
    scenarios: scenarios.map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn })),
    region: namesOf([provider.regionCode], reference.regions)[0] ?? null,
    park: park ? { slug: park.slug, nameZh: park.nameZh, nameEn: park.nameEn } : null,
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Provider() {
  const t = useTranslate();
  const loaded = useLoaderData<typeof loader>();
  const { provider, cards, favourites } = loaded;
  return (
    <>
      <PageHeader
        title={provider.name}
        badge={<Tag>{t(`catalogue:provider_type.${provider.type}`)}</Tag>}
        lead={provider.summary}
        up={{ to: paths.providers(), label: t("search:provider.up") }}
      />
      <div className="panel">
        <About {...loaded} />
      </div>
      <PublicEffects effects={loaded.effects} />
      <Section id="listed" title={t("search:provider.listed", { count: cards.length })}>
        {cards.length === 0 ? (
          <EmptyState title={t("search:provider.listed.none")} />
        ) : (
          <>
            <FavouriteForm to={paths.provider(provider.slug)} />
            <FactsLegend />
            <ul className="mt-4">
              {cards.map((card) => (
                <SolutionRow key={card.slug} card={card} isKept={favourites.includes(card.slug)} />
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  );
}

function About({ provider, industries, scenarios, region, park }: Loaded) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { foundedOn, staff, website, certificates, localOffice, acceptedProjects } = provider;
  const and = t("search:facts.and");
  const facts: (Fact | null)[] = [
    {
      label: t("catalogue:field.scenarios"),
      value: scenarios.length === 0 ? t("common:unknown") : <ScenarioLinks scenarios={scenarios} />,
    },
    { label: t("catalogue:field.industries"), value: industries.map(named).join(and) || t("catalogue:all_industries") },
    {
      label: t("search:provider.accepted"),
      value:
        acceptedProjects > 0
          ? t("search:providers.accepted", { count: acceptedProjects })
          : t("search:providers.accepted.none"),
    },
    localOffice ? { label: t("search:provider.local_office"), value: localOffice } : null,
    certificates.length > 0 ? { label: t("search:provider.certificates"), value: certificates.join(and) } : null,
    foundedOn ? { label: t("search:provider.founded"), value: formatDate(locale, foundedOn) } : null,
    staff === null
      ? null
      : { label: t("search:provider.staff"), value: t("search:provider.staff.count", { count: staff }) },
    region ? { label: t("search:provider.region"), value: named(region) } : null,
    park
      ? {
          label: t("search:provider.park"),
          value: (
            <Link to={paths.park(park.slug)} className="link-plain">
              {named(park)}
            </Link>
          ),
        }
      : null,
    website
      ? {
          label: t("search:provider.website"),
          value: (
            <a href={website} rel="noopener nofollow ugc" className="link-plain">
              {website}
            </a>
          ),
        }
      : null,
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

function ScenarioLinks({ scenarios }: { scenarios: Loaded["scenarios"] }) {
  const named = useNamed();
  return (
    <ul className="flex flex-wrap gap-x-4">
      {scenarios.map((scenario) => (
        <li key={scenario.key}>
          <Link to={paths.scenario(scenario.key)} className="link-plain py-1">
            {named(scenario)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
