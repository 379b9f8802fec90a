/** One live solution: what it solves, the four facts, terms, who offers it, and others for the same scenarios. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AskBox, askerOf, type Asker } from "~/components/catalogue/ask-box";
import { FavouriteButton, FavouriteForm } from "~/components/catalogue/favourite-button";
import { FactsLegend, FourFacts } from "~/components/catalogue/four-facts";
import { UnconfirmedNote } from "~/components/catalogue/freshness";
import { ProviderCard } from "~/components/catalogue/provider-card";
import { SolutionContentView } from "~/components/catalogue/solution-content";
import { SolutionMedia } from "~/components/catalogue/solution-media";
import { SolutionRow } from "~/components/catalogue/solution-row";
import { PublicEffects } from "~/components/effects/public-effects";
import { LinkButton } from "~/components/kit/button";
import { PageHeader, Section } from "~/components/kit/page";
import { PublicRatings } from "~/components/projects/public-ratings";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { cardOf, namesOf } from "~/domain/catalogue/solution-card";
import { publishedSolution } from "~/domain/catalogue/solution-page.server";
import { shownFiles } from "~/domain/catalogue/version-files.server";
import { confirmedEffects } from "~/domain/effects/public-effects.server";
import { seenOf } from "~/domain/insight/reach";
import { publicRatings } from "~/domain/projects/public-ratings.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { favouritesOf } from "~/http/favourites.server";
import { found, signedIn } from "~/http/guards.server";
import { noteSeen } from "~/http/seen.server";
import { audiencesOf } from "~/http/viewer.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

const COMPARED_WITH = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const { db } = store();
  const page = found(await publishedSolution(db, params.slug ?? ""));
  const reference = await referenceOf(db);
  const who = await signedIn(request);
  await noteSeen(args, { viewed: seenOf(page.listed) });
  const { submittedByUserId: _who, ...content } = page.version;
  return {
    content,
    files: await shownFiles(db, content.id),
    pageTitle: content.title,
    publishedAt: page.listed.publishedAt,
    standing: { confirmedAt: page.listed.confirmedAt, isSunk: page.listed.isSunk, isHidden: page.listed.isHidden },
    card: cardOf(page.listed, reference),
    names: namedCodes(reference, content),
    provider: page.provider,
    acceptedIndustries: namesOf(page.acceptedDivisions, reference.industries),
    related: page.related.map((each) => cardOf(each, reference)),
    favourites: await favouritesOf(request),
    asker: askerOf(who && audiencesOf(who)),
    effects: await confirmedEffects(db, { providerId: page.listed.providerId, solutionId: page.listed.id }),
    ratings: await publicRatings(db, reference, { solutionId: page.listed.id }),
  };
}

export default function Solution() {
  const t = useTranslate();
  const { card, content, names, provider, related, favourites, ...page } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={content.title}
        lead={content.summary}
        up={{ to: paths.solutions(), label: t("search:page.up") }}
        actions={<FavouriteButton slug={card.slug} title={card.title} isKept={favourites.includes(card.slug)} />}
      />
      <FavouriteForm to={paths.solution(card.slug)} />
      <UnconfirmedNote {...page.standing} />
      <div className="panel">
        <FourFacts card={card} large />
      </div>
      <div className="mt-2">
        <FactsLegend />
      </div>
      <div className="mt-8 grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <SolutionContentView
            content={content}
            names={names}
            card={card}
            acceptedIndustries={page.acceptedIndustries}
          />
          <SolutionMedia files={page.files} />
          <PublicEffects effects={page.effects} />
          <PublicRatings ratings={page.ratings} />
          <p className="muted mt-6 text-sm">
            {t("search:page.published", { date: formatDate(locale, page.publishedAt), number: content.number })}
          </p>
          <p className="no-print mt-1 text-sm">
            <Link to={paths.solutionComplaint(card.slug)} className="link-plain inline-block py-1.5">
              {t("complaints:link.solution")}
            </Link>
          </p>
        </div>
        <aside className="grid content-start gap-4 max-lg:order-first lg:sticky lg:top-4 lg:self-start">
          {page.standing.isHidden ? null : (
            <AskPanel slug={card.slug} asker={page.asker} related={related.map(({ slug }) => slug)} />
          )}
          <ProviderCard provider={provider} />
        </aside>
      </div>
      {related.length > 0 ? (
        <Section id="related" title={t("search:page.related")}>
          <ul>
            {related.map((each) => (
              <SolutionRow key={each.slug} card={each} isKept={favourites.includes(each.slug)} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function AskPanel({ slug, asker, related }: { slug: string; asker: Asker; related: string[] }) {
  const t = useTranslate();
  return (
    <div className="panel no-print grid gap-3 border-primary">
      <AskBox slug={slug} asker={asker} />
      {related.length > 0 ? (
        <LinkButton to={paths.compare([slug, ...related.slice(0, COMPARED_WITH)])}>
          {t("search:page.compare")}
        </LinkButton>
      ) : null}
    </div>
  );
}
