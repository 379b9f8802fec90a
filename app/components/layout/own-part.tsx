/**
 * Places of a public page where every reader sees something else. The rest is the same for all: the server draws it once, with
 * a mark in each place, and puts the reader's part there (docs/decisions/0019).
 */
import { createContext, useContext, type ReactNode } from "react";

/** Which place it is and what its part is about; nothing in here may depend on who reads. */
export type Place =
  | { part: "account" }
  | { part: "favourites" }
  | { part: "favourite"; slug: string; title: string }
  | { part: "ask"; slug: string }
  | { part: "save_search"; name: string; query: string };

type Mark = (place: Place) => string;

/** Null while a page is drawn for one reader, as in the browser. */
export const MarkContext = createContext<Mark | null>(null);

type OwnPartProps = {
  at: Place;
  /** Draws the part where the page is drawn for one reader. */
  draw: () => ReactNode;
};

export function OwnPart({ at, draw }: OwnPartProps) {
  const mark = useContext(MarkContext);
  return <>{mark ? mark(at) : draw()}</>;
}
