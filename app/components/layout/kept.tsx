/**
 * Pieces of a page that look the same for everybody: drawn once, then sent as they are. A list of twenty rows costs several
 * milliseconds to draw and a few microseconds to repeat.
 */
import { createContext, useContext, type ReactNode } from "react";

/** Answers the HTML of a piece by its key, drawing it when it is new. Null in the browser, which draws it itself. */
type Keep = (key: string, draw: () => ReactNode) => string;

export const KeepContext = createContext<Keep | null>(null);

type KeptProps = {
  as: "div" | "li";
  id: string;
  className: string;
  /** Everything the piece depends on besides the language: equal words, equal piece. */
  dependsOn: unknown;
  /** May use the language, but nothing else from around it: no router, no data of the page. */
  draw: () => ReactNode;
};

export function Kept({ as: Tag, dependsOn, draw, ...attributes }: KeptProps) {
  const keep = useContext(KeepContext);
  if (!keep) return <Tag {...attributes}>{draw()}</Tag>;
  const html = keep(JSON.stringify([attributes.className, dependsOn]), draw);
  return <Tag {...attributes} dangerouslySetInnerHTML={{ __html: html }} />;
}
