/** Stopping: no new connections, running requests finish, jobs stop, the store closes. */
import cluster from "node:cluster";
import type { Server } from "node:http";
import type { Application } from "../app/application.server";
import type { ServerState } from "./app";

const FINISH_WITHIN_MS = 10_000;

type Running = {
  server: Server;
  state: ServerState;
  stopJobs: () => Promise<void>;
  /** After the last request: what it left in memory is written. */
  stopOwnJobs: () => Promise<void>;
  application: Application;
};

/** Stops on SIGTERM, SIGINT, or when the script that started us is gone. */
export function stopGracefully(running: Running): void {
  const stop = (reason: string) => void stopOnce(running, reason);
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  if (process.channel) process.on("disconnect", () => stop("parent is gone"));
  // A signal to renew goes to the first process; one for the whole group must not end the others.
  if (cluster.isWorker) process.on("SIGUSR2", () => undefined);
}

async function stopOnce({ server, state, stopJobs, stopOwnJobs, application }: Running, reason: string): Promise<void> {
  if (state.isStopping) return;
  state.isStopping = true;
  application.log.info({ reason }, "stopping");
  const jobsStopped = stopJobs();
  await finishRequests(server);
  await jobsStopped;
  await stopOwnJobs();
  application.close();
  application.log.info("stopped");
  process.exit(0);
}

function finishRequests(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
