/** The order in which a request meets the parts of the process. */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Application } from "../app/application.server";
import { asApiRequest, isApi, isForeignMethod } from "./api-address";
import { assets } from "./assets";
import { compress } from "./compress";
import type { KeptPages } from "./kept-pages";
import { isForeign, withTrustedHost } from "./origin";
import { observe } from "./observe";
import { securityHeaders } from "./security-headers";
import type { SharedPages } from "./shared-pages";
import { visitorPages, type VisitorParts } from "./visitor-pages";

const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** The pages that take files say themselves, in the reader's language, what is too large; they read no more than this. */
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;
const TAKES_FILES = /^\/provider\/(logo|qualifications\/[^/]+|solutions\/[^/]+\/media)(\.data)?$/;

export type ServerState = { isStopping: boolean };

type Parts = {
  /** Answers what is neither a file nor a question about the process: the built app. */
  answer: VisitorParts["answer"];
  application: Application;
  state: ServerState;
  clientFolder: string;
  kept: KeptPages;
  shared: SharedPages;
};

export function createApp({ answer, application, state, clientFolder, kept, shared }: Parts): Hono {
  const { env } = application;
  const app = new Hono();
  const answerTrusted: Parts["answer"] = (request, context) =>
    answer(asApiRequest(withTrustedHost(request, env.baseUrl)), context);

  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    const isReady = !state.isStopping && (await application.isReady());
    return isReady ? c.text("ready") : c.text("not ready", 503);
  });

  app.use(observe(application));
  app.use(securityHeaders(env.baseUrl, state));
  app.use(assets(clientFolder));
  app.use(async (c, next) => {
    if (!isApi(c.req.path) || !isForeignMethod(c.req.method)) return next();
    return refuse(c, 405, "Method Not Allowed", "This address answers GET only.", { Allow: "GET, HEAD, OPTIONS" });
  });
  app.use(async (c, next) => {
    if (!isForeign(c.req.raw, env.baseUrl)) return next();
    return refuse(c, 403, "Forbidden", "Forms of other sites are not accepted.");
  });
  const limits = { plain: limitOf(MAX_BODY_BYTES), files: limitOf(MAX_UPLOAD_BYTES) };
  app.use((c, next) => limits[TAKES_FILES.test(c.req.path) ? "files" : "plain"](c, next));
  app.use(visitorPages({ application, kept, shared, answer: answerTrusted }));
  app.use(compress);
  app.all("*", (c) => answerTrusted(c.req.raw));
  return app;
}

function limitOf(maxSize: number) {
  const detail = `The request is larger than ${maxSize / 1024 / 1024} MB.`;
  return bodyLimit({ maxSize, onError: (c) => refuse(c, 413, "Content Too Large", detail) });
}

/** What never reaches the app: a sentence, and for machines the same shape as every other error of theirs. */
function refuse(
  c: Context,
  status: 403 | 405 | 413,
  title: string,
  detail: string,
  more: Record<string, string> = {},
): Response {
  if (!isApi(c.req.path)) return c.text(detail, status, more);
  const type = "application/problem+json; charset=utf-8";
  const headers = { "Content-Type": type, "Access-Control-Allow-Origin": "*", ...more };
  return c.body(JSON.stringify({ type: "about:blank", title, status, detail }), status, headers);
}
