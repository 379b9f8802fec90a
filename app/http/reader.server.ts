/** What the own parts of a page show of its reader, read in few queries and only as far as the page asks. */
import { isSearchSaved } from "~/domain/catalogue/saved-searches.server";
import { store } from "~/store.server";
import { favouritesOf } from "./favourites.server";
import { signedIn } from "./guards.server";
import { viewerOf } from "./viewer.server";

/** `query`: the search on the screen; null where none can be saved. */
type Asks = { favourites: boolean; query: string | null };

export async function knowReader(request: Request, { favourites, query }: Asks) {
  const { refreshedCookie, name, organisationName, audiences, unread } = await viewerOf(request);
  return {
    viewer: { name, organisationName, audiences, unread },
    favourites: favourites ? await favouritesOf(request) : [],
    isSaved: query === null ? null : await isSaved(request, query),
    refreshedCookie,
  };
}

/** Null for visitors, who have nowhere to save to. */
async function isSaved(request: Request, query: string): Promise<boolean | null> {
  const who = await signedIn(request);
  return who && isSearchSaved(store().db, who.userId, query);
}
