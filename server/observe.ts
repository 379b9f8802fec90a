/** An id for every request and one line in the log about it. */
import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Application } from "../app/application.server";

const REQUEST_ID = /^[\w-]{8,64}$/;
/** Files that never change would bury the lines that matter. */
const QUIET = /^\/(assets\/|favicon)/;

/** The id a proxy in front may have given, else a new one; anything else in the header stays out of our log. */
export function requestIdOf(given: string | undefined): string {
  return given && REQUEST_ID.test(given) ? given : randomUUID();
}

export function observe({ log, withRequest }: Application): MiddlewareHandler {
  return (c, next) => {
    const requestId = requestIdOf(c.req.header("x-request-id"));
    const started = performance.now();
    return withRequest(requestId, async () => {
      await next();
      c.header("X-Request-Id", requestId);
      // The path alone: a query can hold what somebody searched for.
      logRequest(log, { method: c.req.method, path: c.req.path, status: c.res.status }, started);
    });
  };
}

type Line = { requestId?: string; method: string; path: string; status: number };

export function logRequest(log: Application["log"], line: Line, started: number): void {
  const timed = { ...line, ms: Math.round(performance.now() - started), pid: process.pid };
  if (QUIET.test(line.path)) log.debug(timed, "request");
  else log.info(timed, "request");
}
