/**
 * The service worker of the field kit. Its address makes the kit its only scope: no other page of the site is ever answered
 * from here. Built by scripts/field-kit.mjs, which lists the files of the build.
 */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";
import { KIT_PAGE, PAGES } from "./pages";

declare const __FILES__: PrecacheEntry[];
declare const __STYLE__: string;
declare const self: EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };

/** On a line this bad the page that is here is better than the one that may come. */
const PATIENCE_S = 4;

precacheAndRoute(__FILES__);
cleanupOutdatedCaches();

registerRoute(
  ({ request, url }) => request.mode === "navigate" && KIT_PAGE.test(url.pathname),
  new NetworkFirst({
    cacheName: PAGES,
    networkTimeoutSeconds: PATIENCE_S,
    matchOptions: { ignoreVary: true, ignoreSearch: true },
    // The way to the sign-in page and "not yours" are answers for now, not to be kept.
    plugins: [{ cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null) }],
  }),
);

// A page kept before an update names the style of the build before; the present one serves it.
registerRoute(
  ({ request }) => request.destination === "style",
  async ({ request }) => {
    const fresh = await fetch(request).catch(() => null);
    return fresh?.ok ? fresh : ((await matchPrecache(__STYLE__)) ?? Response.error());
  },
);

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", () => void self.clients.claim());
