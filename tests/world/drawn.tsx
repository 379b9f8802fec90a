/** A route's page drawn from what its loader answered, without a server: what stands on it, not how it looks. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { load, type CheerioAPI } from "cheerio/slim";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import type { Locale } from "#db/vocabulary/identity";
import { translator } from "~/i18n/translator.server";
import { LanguageProvider } from "~/i18n/use-translate";

type Route = {
  loader(given: LoaderFunctionArgs): Promise<object>;
  default: ComponentType;
  /** Drawn instead where the loader throws; without it what is thrown is thrown on. */
  ErrorBoundary?: ComponentType;
};
type Options = {
  locale?: Locale;
  params?: LoaderFunctionArgs["params"];
  /** Of a session, for pages that are not for everybody. */
  cookie?: string;
};

/** What the loader answers for an address; what it throws is thrown. */
export function read<Answer>(
  route: { loader(given: LoaderFunctionArgs): Promise<Answer> },
  path: string,
  { locale = "zh-CN", params = {}, cookie = "" }: Options = {},
): Promise<Answer> {
  const request = new Request(`http://here${path}`, { headers: { "Accept-Language": locale, Cookie: cookie } });
  return route.loader({ request, params, context: {} });
}

export async function drawn(route: Route, path: string, options: Options = {}): Promise<CheerioAPI> {
  const { locale = "zh-CN" } = options;
  const { default: Component, ErrorBoundary } = route;
  const page = read(route, path, options);
  if (!ErrorBoundary) await page;
  const { query, dataRoutes } = createStaticHandler([{ path: "*", Component, ErrorBoundary, loader: () => page }]);
  const context = await query(new Request(`http://here${path}`));
  if (context instanceof Response) throw context;
  return load(
    renderToStaticMarkup(
      <LanguageProvider locale={locale} t={translator(locale)}>
        <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
      </LanguageProvider>,
    ),
  );
}

export function textsOf(page: CheerioAPI, selector: string): string[] {
  return page(selector)
    .toArray()
    .map((each) => page(each).text());
}

/** Where the link of this name leads; empty when there is none. */
export function linkOf(page: CheerioAPI, name: string): string {
  return (
    page("a")
      .filter((_, link) => page(link).text() === name)
      .attr("href") ?? ""
  );
}
