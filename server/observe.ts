/** An id for every request and one line in the log about it. */
import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Application } from "../app/application.server";

const REQUEST_ID = /^[\w-]{8,64}$/;
/** Files that never change would bury the lines that matter. */
const QUIET = /^\/(assets\/|favicon)/;

export function observe({ log, withRequest }: Application): MiddlewareHandler {
  return (c, next) => {
    // A proxy in front may have given one; anything else in the header stays out of our log.
    const given = c.req.header("x-request-id");
    const requestId = given && REQUEST_ID.test(given) ? given : randomUUID();
    const started = performance.now();
    return withRequest(requestId, async () => {
      await next();
      c.header("X-Request-Id", requestId);
      // The path alone: a query can hold what somebody searched for.
      const line = {
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      };
      if (QUIET.test(line.path)) log.debug(line, "request");
      else log.info(line, "request");
    });
  };
}
