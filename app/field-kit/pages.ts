/** The kept pages of the kit, named alike by the page and its service worker. */
export const PAGES = "field-pages";
export const KIT_PAGE = /^\/expert\/field\/dia_\w+$/;
const WORKER = "/expert/field/worker.js";

/** Readies this page for the next time without a network; false where the browser cannot. */
export async function keepPage(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register(WORKER);
    await navigator.serviceWorker.ready;
    const cache = await caches.open(PAGES);
    // The worker was not there when this page was asked for.
    const present = await cache.match(location.pathname, { ignoreVary: true });
    if (!present) await cache.add(location.pathname);
    await navigator.storage?.persist?.();
    return true;
  } catch {
    return false;
  }
}
