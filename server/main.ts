/** The process: loads the built app, answers HTTP, runs the jobs, and stops without losing a request. */
import "./settings";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "@hono/node-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Application } from "../app/application.server";
import { createApp } from "./app";
import { stopGracefully } from "./shutdown";

type Build = ServerBuild & { entry: { module: { application: Application } } };

const BUILD = resolve(process.env.BUILD_DIR || "build");
const BUILD_FILE = join(BUILD, "server/index.js");

async function loadBuild(): Promise<Build> {
  try {
    // Not a static import: the build imports React, which reads NODE_ENV, and it may not be there yet.
    return await import(pathToFileURL(BUILD_FILE).href);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") {
      throw new Error("There is no build yet. Run `npm start`, or `npm run build` first.", { cause: error });
    }
    throw error;
  }
}

async function main(): Promise<void> {
  const build = await loadBuild();
  const { application } = build.entry.module;
  const { env, log } = application;
  const state = { isStopping: false };
  const answer = createRequestHandler(build, env.mode);
  const app = createApp({ answer, application, state, clientFolder: join(BUILD, "client") });
  const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port }, (address) => {
    const stopJobs = application.startJobs();
    stopGracefully({ server, state, stopJobs, application });
    const url = `http://${env.host}:${address.port}`;
    log.info({ url, mode: env.mode, demo: env.demo, dataDir: env.dataDir }, "listening");
    process.stdout.write(`\n  数诊 Shuzhen: ${url}\n\n`);
  });
  server.on("error", (error) => {
    process.stderr.write(`Cannot listen on ${env.host}:${env.port}: ${error.message}\n`);
    process.exit(1);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
