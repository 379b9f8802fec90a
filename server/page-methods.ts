/** Which methods an address takes, for the answers that refuse one: RFC 9110 asks every 405 to say so. */
import type { ServerBuild } from "@remix-run/node";

const READ = "GET, HEAD";

type Answer<Context> = (request: Request, context?: Context) => Promise<Response>;

/** Answers the same, and with `Allow` where a method is refused. */
export function withAllow<Context>(answer: Answer<Context>, routes: ServerBuild["routes"]): Answer<Context> {
  const forms = Object.values(routes).flatMap(({ path, module }) => (path && module.action ? patternOf(path) : []));
  return async (request, context) => {
    const response = await answer(request, context);
    if (response.status !== 405 || response.headers.has("Allow")) return response;
    const path = new URL(request.url).pathname.replace(/\.data$/, "");
    const headers = new Headers(response.headers);
    headers.set("Allow", forms.some((form) => form.test(path)) ? `${READ}, POST` : READ);
    return new Response(response.body, { status: response.status, headers });
  };
}

/** Addresses of one form (/events/:id). What only catches the rest of all addresses takes nothing. */
function patternOf(path: string): RegExp[] {
  if (path.includes("*")) return [];
  return [new RegExp(`^/${path.replace(/^\//, "").replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}/?$`, "i")];
}
