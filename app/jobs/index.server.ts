/** Everything that happens by the clock. Each job is as thin as a route: it calls the domain. */
import { catchUpSearchIndex } from "./catch-up-index.server";
import { deliverMail } from "./deliver-mail.server";
import { remindOfVisitsAhead } from "./remind-of-visits.server";
import type { Job } from "./runner.server";
import { sweepExpiredSessions } from "./sweep-sessions.server";
import { sweepOrphanUploads } from "./sweep-uploads.server";
import { tellOfBrokenPromises } from "./tell-broken-promises.server";

export const jobs: readonly Job[] = [
  catchUpSearchIndex,
  deliverMail,
  remindOfVisitsAhead,
  sweepExpiredSessions,
  sweepOrphanUploads,
  tellOfBrokenPromises,
];
