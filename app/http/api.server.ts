/** How every address of the machine interface answers: JSON of a published shape, validators, any origin, problem details. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import { currentRequestId, log } from "~/log.server";
import { localeOf } from "./locale.server";
import { problem } from "./problem.server";

const METHODS = "GET, HEAD, OPTIONS";
/** What the interface tells is public, so any site may read it; it is never read with somebody's cookies. */
const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Content-Language, X-Request-Id",
} as const;
const DAY_S = 86_400;

/**
 * Answers a GET with what `read` gives, in the shape that the OpenAPI document publishes; a preflight before it is read. A
 * thrown Response is the answer; anything else thrown is a bug and leaves as a problem with the request's id, never a stack.
 */
export async function answerApi<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  read: () => Promise<z.input<Shape>>,
): Promise<Response> {
  if (request.method === "OPTIONS") return preflight();
  try {
    const body = JSON.stringify(shape.parse(await read()));
    return open(withValidator(request, body, await localeOf(request)));
  } catch (thrown) {
    if (thrown instanceof Response) return open(thrown);
    log.error({ event: "api_failed", path: new URL(request.url).pathname, err: thrown });
    return open(unexpected());
  }
}

/** For the actions of addresses that are only read. */
export function readOnly(): Response {
  return open(problem(405, "Method Not Allowed", "This address answers GET only.", { Allow: METHODS }));
}

/** What is not there, with what to do about it. */
export function apiNotFound(detail: string): Response {
  return problem(404, "Not Found", detail);
}

/** A cursor can outlive the page it led to. */
export function pastTheEnd(): Response {
  return apiNotFound("The list ends before this page. Begin again without `after`.");
}

function preflight(): Response {
  const headers = {
    Allow: METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": String(DAY_S),
  };
  return open(new Response(null, { status: 204, headers }));
}

/** Must be asked again every time, but an answer that is still the same costs no more than its header. */
function withValidator(request: Request, body: string, language: string): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": "no-cache",
    "Content-Language": language,
    Vary: "Accept-Language, Cookie",
  };
  if (isKnown(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}

/** RFC 9110: compared weakly, because what packs the answer on its way may weaken the tag. */
function isKnown(given: string | null, etag: string): boolean {
  if (given === null) return false;
  return given.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);
}

function unexpected(): Response {
  const id = currentRequestId();
  const detail = `Something went wrong here.${id ? ` The request's id is ${id}.` : ""}`;
  return problem(500, "Internal Server Error", detail, { "Cache-Control": "no-store" });
}

function open(response: Response): Response {
  for (const [name, value] of Object.entries(OPEN)) response.headers.set(name, value);
  return response;
}
