/** What the router around the machine interface would take for its own: names in an address, and methods it does not know. */

/** Compared as the router compares: in any case, percent-encoded or not. */
export function isApi(path: string): boolean {
  return /^\/api\//i.test(decoded(path));
}

/** Of these the interface's routes say themselves what they answer. */
const KNOWN_METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Methods that no address of the interface answers, and the router not even with an error of the interface's shape. */
export function isForeignMethod(method: string): boolean {
  return !KNOWN_METHODS.has(method);
}

/** Remix answers `_data` and a path that ends in `.data` past the interface, and takes `_routes` and an empty `index` away. */
const ROUTERS_OWN = new Set(["_data", "_routes", "index"]);
/** No name that anybody means ends with it; the interface takes it away again when it names what it does not know. */
const MARK = "\0";

/** The same request, asked so that all of its address reaches the interface. */
export function asApiRequest(request: Request): Request {
  const url = new URL(request.url);
  if (!isApi(url.pathname)) return request;
  const isData = decoded(url.pathname).endsWith(".data");
  if (!isData && ![...url.searchParams.keys()].some((name) => ROUTERS_OWN.has(name))) return request;
  const marked = [...url.searchParams].map(([name, value]) => [ROUTERS_OWN.has(name) ? name + MARK : name, value]);
  url.search = new URLSearchParams(marked).toString();
  if (isData) url.pathname += "/";
  // Nothing here takes a body.
  return new Request(url, { method: request.method, headers: request.headers, signal: request.signal });
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
