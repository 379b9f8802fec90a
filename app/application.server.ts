/**
 * What the process around the built app needs from inside it. Exported by entry.server, because the build has its own
 * copy of these modules: opening the store a second time outside would give the process two writers.
 */
import { isMigrated } from "#db/migrate.server";
import { env } from "./env.server";
import { visitorPages } from "./http/page-cache.server";
import { jobs } from "./jobs/index.server";
import { startJobs } from "./jobs/runner.server";
import { log, withRequest } from "./log.server";
import { closeStore, connections } from "./store.server";

/** Whether the database answers and has every migration of this version. */
async function isReady(): Promise<boolean> {
  try {
    return isMigrated(connections().reader);
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return false;
  }
}

export const application = {
  env,
  log,
  withRequest,
  isReady,
  visitorPages,
  startJobs: () => startJobs(jobs),
  close: closeStore,
};

export type Application = typeof application;
