/** The marks that stand for a reader's parts in a shared page, and how the page comes apart at them. */
import { randomBytes } from "node:crypto";
import type { Place } from "./own-part";

/** Made anew in every process and never sent: nobody can write a mark into a text that a page shows. */
const SECRET = randomBytes(18).toString("base64url");
const MARK = new RegExp(`\\[${SECRET}:([\\w-]+)\\]`);

/** Of characters that React and HTML leave as they are. */
export function markOf(place: Place): string {
  return `[${SECRET}:${Buffer.from(JSON.stringify(place)).toString("base64url")}]`;
}

/** Texts and places in turn, a text first and last. */
export function apart(html: string): { texts: string[]; places: Place[] } {
  const pieces = html.split(MARK);
  return {
    texts: pieces.filter((_, index) => index % 2 === 0),
    places: pieces.filter((_, index) => index % 2 === 1).map(placeOf),
  };
}

function placeOf(written: string): Place {
  const place: Place = JSON.parse(Buffer.from(written, "base64url").toString());
  return place;
}
