/** One open provider: who it is, what it is good at, and its live solutions. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FavouriteForm } from "~/components/catalogue/favourite-button";
import { Logo } from "~/components/catalogue/logo";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { useLangOf } from "~/components/catalogue/own-words";
import { SolutionRow } from "~/components/catalogue/solution-row";
import { PublicEffects } from "~/components/effects/public-effects";
import { EmptyState, Facts, PageHeader, Section, type Fact } from "~/components/kit/page";
import { Tag } from "~/components/kit/status";
import { PublicRatings } from "~/components/projects/public-ratings";
import { responseWords } from "~/components/projects/quote-words";
import { logoOf } from "~/domain/catalogue/provider-logo.server";
import { publishedProvider } from "~/domain/catalogue/provider-list.server";
import { verifiedOf } from "~/domain/catalogue/qualifications.server";
import { cardOf, namesOf } from "~/domain/catalogue/solution-card";
import { confirmedEffects } from "~/domain/effects/public-effects.server";
import { publicRatings } from "~/domain/projects/public-ratings.server";
import { responseTime } from "~/domain/projects/response-time.server";
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
    logo: await logoOf(db, id),
    verified: await verifiedOf(db, id, Date.now()),
    pageTitle: provider.name,
    cards: listed.map((each) => cardOf(each, reference)),
    favourites: await favouritesOf(request),
    effects: await confirmedEffects(db, { providerId: id }),
    ratings: await publicRatings(db, reference, { providerId: id }),
    response: await responseTime(db, id, Date.now()),
    industries: namesOf(provider.industries, reference.industries),
    scenarios: scenarios.map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn })),
    region: namesOf([provider.regionCode], reference.regions)[0] ?? null,
    park: park ? { slug: park.slug, nameZh: park.nameZh, nameEn: park.nameEn } : null,
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Provider() {
  const t = useTranslate();
  const langOf = useLangOf();
  const loaded = useLoaderData<typeof loader>();
  const { provider, logo, cards, favourites } = loaded;
  return (
    <>
      <PageHeader
        title={<span lang={langOf(provider.name)}>{provider.name}</span>}
        badge={<Tag>{t(`catalogue:provider_type.${provider.type}`)}</Tag>}
        lead={provider.summary ? <span lang={langOf(provider.summary)}>{provider.summary}</span> : null}
        up={{ to: paths.providers(), label: t("search:provider.up") }}
      />
      {logo && !logo.isHeld ? (
        <div className="mb-4">
          <Logo logo={logo} name={provider.name} />
        </div>
      ) : null}
      <div className="panel">
        <About {...loaded} />
      </div>
      <p className="no-print mt-2 text-sm">
        <Link to={paths.providerComplaint(provider.slug)} className="link-plain inline-block py-1.5">
          {t("complaints:link.provider")}
        </Link>
      </p>
      <PublicEffects effects={loaded.effects} />
      <PublicRatings ratings={loaded.ratings} showsSolution />
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

function About({ provider, verified, industries, scenarios, region, park, response }: Loaded) {
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
    response
      ? {
          label: t("quotes:public.response"),
          value: t("quotes:public.response.said", {
            time: responseWords(t, response.hours),
            count: response.answers,
          }),
        }
      : null,
    verified.length > 0
      ? {
          label: t("onboarding:public.verified"),
          value: verified.map((criterion) => t(`onboarding:criterion.${criterion}`)).join(and),
        }
      : null,
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
