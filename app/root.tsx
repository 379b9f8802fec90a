/** The frame of every page: language, theme, navigation, what just happened, and what to say when something is wrong. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "./components/layout/error-page";
import { isInteractive, titleOf } from "./components/layout/page-handle";
import { useResponse } from "./components/layout/response";
import { SiteFooter } from "./components/layout/site-footer";
import { SiteHeader } from "./components/layout/site-header";
import { FlashNote } from "./components/layout/flash-note";
import { takeFlash } from "./http/flash.server";
import { themeOf } from "./http/locale.server";
import { viewerOf } from "./http/viewer.server";
import { useLocale, useTranslate } from "./i18n/use-translate";
import "./styles/app.css";

export async function loader({ request }: LoaderFunctionArgs) {
  const [viewer, theme, taken] = await Promise.all([viewerOf(request), themeOf(request), takeFlash(request)]);
  const headers = new Headers();
  if (taken) headers.append("Set-Cookie", taken.clear);
  if (viewer.refreshedCookie) headers.append("Set-Cookie", viewer.refreshedCookie);
  const { refreshedCookie: _cookie, ...shown } = viewer;
  return data({ viewer: shown, theme, flash: taken?.flash ?? null, path: new URL(request.url).pathname }, { headers });
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders;
}

const dataThemes = { auto: undefined, light: "shuzhen", dark: "shuzhen-dark" };

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const t = useTranslate();
  const locale = useLocale();
  const { nonce } = useResponse();
  const matches = useMatches();
  const title = titleOf(matches);
  const words = title === null ? null : "key" in title ? t(title.key) : title.text;
  return (
    <html lang={locale} data-theme={dataThemes[frame?.theme ?? "auto"]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {words ? t("common:page_title", { title: words }) : `${t("common:product")} · ${t("common:tagline")}`}
        </title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body className="flex min-h-screen flex-col">
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-base-100 focus:p-3">
          {t("common:skip")}
        </a>
        <SiteHeader viewer={frame?.viewer ?? null} theme={frame?.theme ?? "auto"} path={frame?.path ?? "/"} />
        <main id="content" className="mx-auto w-full max-w-[1200px] flex-1 px-4 py-6">
          {frame?.flash ? <FlashNote flash={frame.flash} /> : null}
          {children}
        </main>
        <SiteFooter hasOutbox={frame?.viewer.hasOutbox ?? false} />
        {isInteractive(matches) ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
