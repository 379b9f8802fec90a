/** Draws the parts of a page that are one reader's own, each by whoever owns it. */
import type { ReactNode } from "react";
import type { Locale } from "#db/vocabulary/identity";
import { AskBox, askerOf } from "../catalogue/ask-box";
import { FavouriteButton, FavouritesLink } from "../catalogue/favourite-button";
import { SaveSearch } from "../catalogue/save-search";
import { AccountLinks, type Viewer } from "./account-links";
import type { Place } from "./own-part";
import { pieces } from "./pieces.server";

/** What the parts of a page show of its reader. `isSaved`: the search on the screen; null for visitors. */
export type Reader = { viewer: Viewer; favourites: readonly string[]; isSaved: boolean | null };

/** The HTML of a part. It is kept by everything it shows, so equal readers share it and no other does. */
export function ownPart(place: Place, reader: Reader, locale: Locale): string {
  const { shows, draw } = partOf(place, reader);
  return pieces.own[locale](JSON.stringify([place, shows]), draw);
}

function partOf(place: Place, { viewer, favourites, isSaved }: Reader): { shows: unknown; draw: () => ReactNode } {
  switch (place.part) {
    case "account":
      return { shows: viewer, draw: () => <AccountLinks viewer={viewer} /> };
    case "favourites":
      return { shows: favourites.length, draw: () => <FavouritesLink kept={favourites.length} /> };
    case "favourite": {
      const isKept = favourites.includes(place.slug);
      return { shows: isKept, draw: () => <FavouriteButton {...place} isKept={isKept} /> };
    }
    case "ask": {
      const asker = askerOf(viewer.name === null ? null : viewer.audiences);
      return { shows: asker, draw: () => <AskBox {...place} asker={asker} /> };
    }
    case "save_search":
      return { shows: isSaved, draw: () => <SaveSearch {...place} isSaved={isSaved} /> };
  }
}
