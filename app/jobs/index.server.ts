/** Everything that happens by the clock. Each job is as thin as a route: it calls the domain. */
import type { Job } from "./runner.server";

export const jobs: readonly Job[] = [];
