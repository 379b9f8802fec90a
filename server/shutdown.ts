/** Stopping: no new connections, running requests finish, jobs stop, the store closes. */
import type { ServerType } from "@hono/node-server";
import type { Application } from "../app/application.server";
import type { ServerState } from "./app";

const FINISH_WITHIN_MS = 10_000;

type Running = {
  server: ServerType;
  state: ServerState;
  stopJobs: () => Promise<void>;
  application: Application;
};

/** Stops on SIGTERM, SIGINT, or when the script that started us is gone. */
export function stopGracefully(running: Running): void {
  const stop = (reason: string) => void stopOnce(running, reason);
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  if (process.channel) process.on("disconnect", () => stop("parent is gone"));
}

async function stopOnce({ server, state, stopJobs, application }: Running, reason: string): Promise<void> {
  if (state.isStopping) return;
  state.isStopping = true;
  application.log.info({ reason }, "stopping");
  const jobsStopped = stopJobs();
  await finishRequests(server);
  await jobsStopped;
  application.close();
  application.log.info("stopped");
  process.exit(0);
}

function finishRequests(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), FINISH_WITHIN_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
