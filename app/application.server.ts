/**
 * What the process around the built app needs from inside it. Exported by entry.server, because the build has its own
 * copy of these modules: opening the store a second time outside would give the process two writers.
 */
import { isMigrated } from "#db/migrate.server";
import { apart } from "./components/layout/marks.server";
import type { Place } from "./components/layout/own-part";
import { ownPart } from "./components/layout/own-parts.server";
import { env } from "./env.server";
import { localeOf } from "./http/locale.server";
import { visitorPages } from "./http/page-cache.server";
import { knowReader } from "./http/reader.server";
import { countSeen, organisationsOf } from "./http/seen.server";
import { jobs, jobsOfEveryProcess } from "./jobs/index.server";
import { runOnce, startJobs } from "./jobs/runner.server";
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

type OwnParts = { parts: string[]; refreshedCookie: string | null; organisations: string[] };

/** What stands in the places of a shared page for whoever sent the request. */
async function ownParts(places: readonly Place[], request: Request): Promise<OwnParts> {
  const locale = await localeOf(request);
  const reader = await knowReader(request, {
    favourites: places.some(({ part }) => part === "favourites" || part === "favourite"),
    query: places.find((place) => place.part === "save_search")?.query ?? null,
  });
  return {
    parts: places.map((place) => ownPart(place, reader, locale)),
    refreshedCookie: reader.refreshedCookie,
    organisations: await organisationsOf(request),
  };
}

function startOwnJobs(): () => Promise<void> {
  const stop = startJobs(jobsOfEveryProcess);
  return async () => {
    await stop();
    await Promise.all(jobsOfEveryProcess.map(runOnce));
  };
}

export const application = {
  env,
  log,
  withRequest,
  isReady,
  visitorPages,
  apart,
  ownParts,
  countSeen,
  startJobs: () => startJobs(jobs),
  /** What every process does for itself; stopping it writes what is not written yet. */
  startOwnJobs,
  close: closeStore,
};

export type Application = typeof application;
