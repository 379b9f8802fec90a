/** One process that serves: loads the built app, answers HTTP, runs the jobs when they are its own, stops in order. */
import cluster from "node:cluster";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createRequestHandler } from "@remix-run/node";
import type { Application } from "../app/application.server";
import { explainBadRequest, isTooLong, MOST_READ_BYTES, refuseTooLong } from "./address";
import { createApp } from "./app";
import { clientFolder, loadBuild } from "./build";
import { fastLane } from "./fast-lane";
import { sayWhere } from "./greeting";
import { KeptPages } from "./kept-pages";
import { isRunJobs, tellPrimary } from "./messages";
import { withAllow } from "./page-methods";
import { securityHeaderList } from "./security-headers";
import { SharedPages } from "./shared-pages";
import { stopGracefully } from "./shutdown";
import { warmUp } from "./warm-up";

/** Rejects with one sentence when it cannot start. */
export async function serve(): Promise<void> {
  const build = await loadBuild();
  const { application } = build.entry.module;
  const { env, log } = application;
  const state = { isStopping: false };
  const answer = withAllow(createRequestHandler(build, env.mode), build.routes);
  const kept = new KeptPages(securityHeaderList(env.baseUrl));
  const shared = new SharedPages();
  const app = createApp({ answer, application, state, clientFolder, kept, shared });
  const jobs = jobsOf(application);
  const stopOwnJobs = application.startOwnJobs();
  const listener = getRequestListener(app.fetch, { hostname: env.host });
  const quickly = fastLane({ application, kept, shared, state, otherwise: listener });
  const server = createServer({ maxHeaderSize: MOST_READ_BYTES }, (incoming, outgoing) => {
    if (isTooLong(incoming)) refuseTooLong(incoming, outgoing);
    else if (!quickly(incoming, outgoing)) void listener(incoming, outgoing);
  });
  server.on("clientError", explainBadRequest);
  const port = await listen(server, env);
  stopGracefully({ server, state, stopJobs: jobs.stop, stopOwnJobs, application });
  const url = `http://${env.host}:${port}`;
  log.info({ url, mode: env.mode, demo: env.demo, dataDir: env.dataDir, pid: process.pid }, "listening");
  if (cluster.isWorker) {
    process.on("message", (message) => isRunJobs(message) && jobs.start());
    tellPrimary({ shuzhen: "listening", url });
  } else {
    // With one process there is no other to serve meanwhile.
    process.on("SIGUSR2", () => log.warn("one process cannot be replaced while it serves; set WORKERS to 2 or more"));
    jobs.start();
    sayWhere(url);
  }
  if (await application.isReady()) await warmUp(app, application);
}

function jobsOf(application: Application) {
  let stop: (() => Promise<void>) | undefined;
  return {
    start() {
      if (stop) return;
      stop = application.startJobs();
      application.log.info({ pid: process.pid }, "jobs run in this process");
    },
    async stop() {
      await stop?.();
    },
  };
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(`Cannot listen on ${host}:${port}: ${error.message}`)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
