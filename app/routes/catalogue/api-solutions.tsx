/** GET /api/v1/solutions: the list of solutions for other systems, with the parameters of /solutions. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { facetList, type FacetList } from "~/domain/catalogue/facet-list";
import { facetNames } from "~/domain/catalogue/facets";
import { parseListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames, searchSolutions } from "~/domain/catalogue/listing.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { answerApi, pastTheEnd, readOnly } from "~/http/api.server";
import { leftOut, SolutionQuery } from "~/http/api-queries";
import { SolutionList } from "~/http/api-shapes";
import { translateFor } from "~/http/locale.server";
import { solutionItem } from "~/http/solution-item";
import type { Translate } from "~/i18n/messages";
import { store } from "~/store.server";

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, SolutionList, async () => {
    const { db } = store();
    const params = new URL(request.url).searchParams;
    const { query, ignored } = parseListingQuery(params, await knownNames(db));
    const { total, items, scores, counts, next, isPastEnd, ignored: cursor } = await searchSolutions(db, query);
    if (isPastEnd) throw pastTheEnd();
    const { providers } = await publishedCatalogue(db);
    const { t, locale } = await translateFor(request);
    const facets = facetList(counts, query, await referenceOf(db), providers);
    return {
      total,
      items: items.map((each, at) => itemOf(each, scores[at] ?? null)),
      facets: labelled(facets, t, locale === "en"),
      next,
      ...leftOut(SolutionQuery, params, [...ignored, ...cursor]),
    };
  });
}

export function action() {
  return readOnly();
}

function itemOf(each: PublishedSolution, score: number | null) {
  const item = solutionItem(each);
  return score === null ? item : { ...item, score: Math.round(score * 1000) / 1000 };
}

function labelled(facets: FacetList, t: Translate, isEnglish: boolean) {
  const say = (value: string) =>
    value === "saas" || value === "on_premises" || value === "hybrid" || value === "edge"
      ? t(`catalogue:deployment.${value}`)
      : t("search:list.chip.ai");
  return Object.fromEntries(
    facetNames.map((facet) => [
      facet,
      facets[facet].map(({ value, count, name }) => ({
        value,
        label: name ? (isEnglish ? name.nameEn : name.nameZh) : say(value),
        count,
      })),
    ]),
  );
}
