/** A path of this site taken from outside, or the home page: never another host, never a scheme. */
export function localPath(given: unknown, otherwise = "/"): string {
  if (typeof given !== "string" || !/^\/(?![/\\])/.test(given)) return otherwise;
  const parsed = URL.canParse(given, "http://here") ? new URL(given, "http://here") : null;
  return parsed?.host === "here" ? parsed.pathname + parsed.search : otherwise;
}
