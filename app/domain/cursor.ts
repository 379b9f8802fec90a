/** Where a page of a list ended: the sort key of its last row and its id, opaque to readers. */

export type Cursor = { key: string; id: string };

export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** Null for anything that `writeCursor` did not write: the list then begins at its start. */
export function readCursor(text: string | null | undefined): Cursor | null {
  if (!text || text.length > 200) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [key, id]: unknown[] = parts;
    return typeof key === "string" && typeof id === "string" ? { key, id } : null;
  } catch {
    return null;
  }
}
