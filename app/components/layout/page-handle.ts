import type { MessageKey } from "~/i18n/messages";

/** What a page says of itself to the layout: `export const handle: PageHandle = {…}`. */
export type PageHandle = {
  /** The window title. A page whose title holds a name returns it from its loader as `pageTitle` instead. */
  title?: MessageKey;
  /** Ships JavaScript: only pages that are better with it do. */
  interactive?: true;
};

type Match = { handle?: unknown; data?: unknown };

/** The title of the innermost page that has one, or null. */
export function titleOf(matches: readonly Match[]): { key: MessageKey } | { text: string } | null {
  for (const { handle, data } of [...matches].reverse()) {
    if (isObject(data) && typeof data.pageTitle === "string") return { text: data.pageTitle };
    if (isPageHandle(handle) && handle.title) return { key: handle.title };
  }
  return null;
}

export function isInteractive(matches: readonly Match[]): boolean {
  return matches.some(({ handle }) => isPageHandle(handle) && handle.interactive);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPageHandle(value: unknown): value is PageHandle {
  return isObject(value);
}
