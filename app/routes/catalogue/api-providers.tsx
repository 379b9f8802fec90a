/** GET /api/v1/providers: the open providers for other systems, with the parameters of /providers. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { knownNames } from "~/domain/catalogue/listing.server";
import {
  LONGEST_PROVIDER_Q,
  parseProviderQuery,
  publishedProviders,
  type ListedProvider,
} from "~/domain/catalogue/provider-list.server";
import { answerApi, pastTheEnd, readOnly } from "~/http/api.server";
import { leftOut, ProviderQuery, unread } from "~/http/api-queries";
import { ProviderList } from "~/http/api-shapes";
import { store } from "~/store.server";

const READ_ONCE = ["q", "type", "scenario", "industry", "after"];

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, ProviderList, async () => {
    const { db } = store();
    const params = new URL(request.url).searchParams;
    const { query, ignored } = parseProviderQuery(params, await knownNames(db));
    const { total, items, next, isPastEnd, ignored: cursor } = await publishedProviders(db, query);
    if (isPastEnd) throw pastTheEnd();
    return {
      total,
      items: items.map(itemOf),
      next,
      ...leftOut(ProviderQuery, params, [...ignored, ...cursor, ...unread(params, READ_ONCE, LONGEST_PROVIDER_Q)]),
    };
  });
}

export function action() {
  return readOnly();
}

function itemOf(each: ListedProvider) {
  const { slug, name, type, summary, website, foundedOn, staff, industries, scenarios, parkSlug, regionCode } = each;
  return {
    ...{ slug, name, type, summary, website, foundedOn, staff, industries, scenarios },
    ...{ park: parkSlug, region: regionCode, solutions: each.solutions, acceptedProjects: each.acceptedProjects },
  };
}
