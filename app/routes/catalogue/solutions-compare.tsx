/** Up to four live solutions side by side; what is the same is quiet, what differs is marked. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askerOf } from "~/components/catalogue/ask-box";
import { LeftOut, Offered } from "~/components/catalogue/comparison-notes";
import { ComparisonTable } from "~/components/catalogue/comparison-table";
import { FavouriteForm } from "~/components/catalogue/favourite-button";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { PrintedSource } from "~/components/kit/printed-source";
import type { PageHandle } from "~/components/layout/page-handle";
import { comparedFields, differingFields } from "~/domain/catalogue/comparison";
import { favouriteSolutions } from "~/domain/catalogue/favourites.server";
import { solutionsForScenario } from "~/domain/catalogue/highlights.server";
import { listingParams, parseListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames } from "~/domain/catalogue/listing.server";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { cardOf } from "~/domain/catalogue/solution-card";
import { comparedSolutions, MOST_COMPARED } from "~/domain/catalogue/solution-page.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { favouritesOf } from "~/http/favourites.server";
import { signedIn } from "~/http/guards.server";
import { audiencesOf, isDemonstration } from "~/http/viewer.server";
import { dayOf } from "~/i18n/format";
import { useTranslate } from "~/i18n/use-translate";
import { paths, withQuery } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:compare.title" };

/** More slugs than this in one address are nobody's comparison. */
const MOST_READ = 20;
const LONGEST_SHOWN = 60;
const OFFERED = 6;
const ONLY = "differences";

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const params = new URL(request.url).searchParams;
  const slugs = params.getAll("slug").filter((slug) => slug !== "");
  const { compared, tooMany, unknown } = await comparedSolutions(db, slugs.slice(0, MOST_READ));
  const favourites = await favouritesOf(request);
  const who = await signedIn(request);
  const reference = await referenceOf(db);
  const { query } = parseListingQuery(new URLSearchParams(params.get("list") ?? ""), await knownNames(db));
  return {
    /** The list one came from, as its parameters; nothing else than a list can be named here. */
    list: withQuery("", listingParams(query, query.after)).slice(1),
    compared: compared.map(({ listed, version: { submittedByUserId: _who, ...content } }) => ({
      card: cardOf(listed, reference),
      content,
      names: namedCodes(reference, content),
      isKept: favourites.includes(listed.slug),
    })),
    tooMany: tooMany.map(({ title }) => title),
    unknown: unknown.map((slug) => slug.slice(0, LONGEST_SHOWN)),
    canAsk: askerOf(who && audiencesOf(who)) !== "other",
    printed: { on: dayOf(Date.now()), isDemo: await isDemonstration() },
    onlyDifferences: params.get("only") === ONLY,
    offered:
      compared.length < MOST_COMPARED
        ? await offered(
            compared.map(({ listed }) => listed),
            favourites,
          )
        : [],
  };
}

type Shown = { slug: string; scenarios: readonly string[] };

/** What could join: the reader's favourites first, then others for the scenario of the first one. */
async function offered(compared: readonly Shown[], favourites: readonly string[]) {
  const { db } = store();
  const [scenario] = compared[0]?.scenarios ?? [];
  const kept = (await favouriteSolutions(db, favourites)).solutions;
  const others =
    scenario === undefined ? [] : (await solutionsForScenario(db, scenario, OFFERED + MOST_COMPARED)).solutions;
  const seen = new Set(compared.map(({ slug }) => slug));
  const fresh = [...kept, ...others].filter(({ slug }) => !seen.has(slug) && seen.add(slug));
  return fresh.slice(0, OFFERED).map(({ slug, title, providerName }) => ({ slug, title, providerName }));
}

export default function SolutionsCompare() {
  const t = useTranslate();
  const { compared, onlyDifferences, offered, list, canAsk, printed, ...leftOut } = useLoaderData<typeof loader>();
  const kept = { only: onlyDifferences ? ONLY : null, list };
  const slugs = compared.map(({ card }) => card.slug);
  // What accepted projects measured outranks a declaration: by that they differ or not.
  const differing = differingFields(compared.map(({ card, content }) => ({ ...content, deployDays: card.days })));
  const up = list
    ? { to: `${paths.solutions()}?${list}`, label: t("search:compare.back") }
    : { to: paths.solutions(), label: t("search:page.up") };
  return (
    <>
      <PageHeader
        title={t("search:compare.title")}
        lead={compared.length > 0 ? t("search:compare.lead", { count: compared.length }) : undefined}
        up={up}
        actions={
          compared.length > 1 && canAsk ? (
            <LinkButton to={paths.enterprise.enquiryNew({ solution: slugs })}>{t("quotes:ask.compared")}</LinkButton>
          ) : undefined
        }
      />
      <FavouriteForm to={paths.compare(slugs, kept)} />
      <LeftOut {...leftOut} isAlone={compared.length === 1} />
      {compared.length > 0 ? (
        <>
          <PrintedSource {...printed} />
          {compared.length > 1 ? (
            <Toggle
              to={paths.compare(slugs, { ...kept, only: onlyDifferences ? null : ONLY })}
              isOn={onlyDifferences}
              same={comparedFields.length - differing.size}
            />
          ) : null}
          <ComparisonTable
            compared={compared}
            differing={differing}
            onlyDifferences={onlyDifferences && compared.length > 1}
            canAsk={canAsk}
            addressOf={(others) => paths.compare(others, kept)}
          />
          <div className="mt-3">
            <FactsLegend />
          </div>
        </>
      ) : (
        <EmptyState title={t("search:compare.need")}>
          <p>{t("search:compare.need.text")}</p>
          <LinkButton to={up.to} tone="primary">
            {up.label}
          </LinkButton>
        </EmptyState>
      )}
      <Offered offered={offered} addressOf={(slug) => paths.compare([...slugs, slug], kept)} />
    </>
  );
}

function Toggle({ to, isOn, same }: { to: string; isOn: boolean; same: number }) {
  const t = useTranslate();
  return (
    <p className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton to={to}>{isOn ? t("search:compare.all_rows") : t("search:compare.only_differences")}</LinkButton>
      <span className="muted text-sm">
        {isOn && same === comparedFields.length
          ? t("search:compare.no_differences")
          : isOn && same > 0
            ? t("search:compare.same_count", { count: same })
            : t("search:compare.print")}
      </span>
    </p>
  );
}
