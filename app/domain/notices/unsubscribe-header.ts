/**
 * The headers by which a mail program offers to unsubscribe with one click (RFC 2369, RFC 8058), from the link a letter ends
 * with: letters that have none are about something the reader takes part in, and offer nothing.
 */
export function unsubscribeHeaders(body: string, prefix: string): Record<string, string> {
  const link = body.split(/\s+/).findLast((word) => word.startsWith(prefix) && word.length > prefix.length);
  if (!link) return {};
  return { "List-Unsubscribe": `<${link}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
