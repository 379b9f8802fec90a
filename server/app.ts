/** The order in which a request meets the parts of the process. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Application } from "../app/application.server";
import { assets } from "./assets";
import { compress } from "./compress";
import type { KeptPages } from "./kept-pages";
import { isForeign, withTrustedHost } from "./origin";
import { observe } from "./observe";
import { securityHeaders } from "./security-headers";
import { visitorPages } from "./visitor-pages";

const MAX_BODY_BYTES = 10 * 1024 * 1024;

export type ServerState = { isStopping: boolean };

type Parts = {
  /** Answers what is neither a file nor a question about the process: the built app. */
  answer: (request: Request) => Promise<Response>;
  application: Application;
  state: ServerState;
  clientFolder: string;
  kept: KeptPages;
};

export function createApp({ answer, application, state, clientFolder, kept }: Parts): Hono {
  const { env } = application;
  const app = new Hono();
  const answerTrusted = (request: Request) => answer(withTrustedHost(request, env.baseUrl));

  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => {
    const isReady = !state.isStopping && (await application.isReady());
    return isReady ? c.text("ready") : c.text("not ready", 503);
  });

  app.use(observe(application));
  app.use(securityHeaders(env.baseUrl, state));
  app.use(assets(clientFolder));
  app.use(async (c, next) => {
    if (!isForeign(c.req.raw, env.baseUrl)) return next();
    return c.text("Forms of other sites are not accepted.", 403);
  });
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => c.text("The request is larger than 10 MB.", 413),
    }),
  );
  app.use(visitorPages({ application, kept, answer: answerTrusted }));
  app.use(compress);
  app.all("*", (c) => answerTrusted(c.req.raw));
  return app;
}
