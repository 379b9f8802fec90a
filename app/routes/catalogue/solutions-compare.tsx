/** Up to four live solutions side by side; what is the same is quiet, what differs is marked. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LeftOut, Offered } from "~/components/catalogue/comparison-notes";
import { ComparisonTable } from "~/components/catalogue/comparison-table";
import { FavouriteForm } from "~/components/catalogue/favourite-button";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { comparedFields, differingFields } from "~/domain/catalogue/comparison";
import { favouriteSolutions } from "~/domain/catalogue/favourites.server";
import { solutionsForScenario } from "~/domain/catalogue/highlights.server";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { cardOf } from "~/domain/catalogue/solution-card";
import { comparedSolutions, MOST_COMPARED } from "~/domain/catalogue/solution-page.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { favouritesOf } from "~/http/favourites.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
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
  const reference = await referenceOf(db);
  return {
    compared: compared.map(({ listed, version: { submittedByUserId: _who, ...content } }) => ({
      card: cardOf(listed, reference),
      content,
      names: namedCodes(reference, content),
      isKept: favourites.includes(listed.slug),
    })),
    tooMany: tooMany.map(({ title }) => title),
    unknown: unknown.map((slug) => slug.slice(0, LONGEST_SHOWN)),
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
  const { compared, onlyDifferences, offered, ...leftOut } = useLoaderData<typeof loader>();
  const only = onlyDifferences ? ONLY : null;
  const slugs = compared.map(({ card }) => card.slug);
  const differing = differingFields(compared.map(({ content }) => content));
  return (
    <>
      <PageHeader
        title={t("search:compare.title")}
        lead={compared.length > 0 ? t("search:compare.lead", { count: compared.length }) : undefined}
        up={{ to: paths.solutions(), label: t("search:page.up") }}
        actions={
          compared.length > 1 ? (
            <LinkButton to={paths.enterprise.enquiryNew({ solution: slugs })}>{t("quotes:ask.compared")}</LinkButton>
          ) : undefined
        }
      />
      <FavouriteForm to={paths.compare(slugs, { only })} />
      <LeftOut {...leftOut} isAlone={compared.length === 1} />
      {compared.length > 0 ? (
        <>
          {compared.length > 1 ? (
            <Toggle slugs={slugs} isOn={onlyDifferences} same={comparedFields.length - differing.size} />
          ) : null}
          <ComparisonTable
            compared={compared}
            differing={differing}
            onlyDifferences={onlyDifferences && compared.length > 1}
            addressOf={(others) => paths.compare(others, { only })}
          />
          <div className="mt-3">
            <FactsLegend />
          </div>
        </>
      ) : (
        <EmptyState title={t("search:compare.need")}>
          <p>{t("search:compare.need.text")}</p>
          <LinkButton to={paths.solutions()} tone="primary">
            {t("search:page.up")}
          </LinkButton>
        </EmptyState>
      )}
      <Offered offered={offered} addressOf={(slug) => paths.compare([...slugs, slug], { only })} />
    </>
  );
}

function Toggle({ slugs, isOn, same }: { slugs: readonly string[]; isOn: boolean; same: number }) {
  const t = useTranslate();
  return (
    <p className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton to={paths.compare(slugs, { only: isOn ? null : ONLY })}>
        {isOn ? t("search:compare.all_rows") : t("search:compare.only_differences")}
      </LinkButton>
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
