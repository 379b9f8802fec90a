/** Everything that happens by the clock. Each job is as thin as a route: it calls the domain. */
import { catchUpSearchIndex } from "./catch-up-index.server";
import { deliverMail } from "./deliver-mail.server";
import { findNewsForPeople } from "./find-alerts.server";
import { remindOfListings } from "./remind-of-freshness.server";
import { remindOfDeliveriesWaiting } from "./remind-of-deliveries.server";
import { remindOfExpiringQualifications } from "./remind-of-expiry.server";
import { remindOfVisitsAhead } from "./remind-of-visits.server";
import type { Job } from "./runner.server";
import { sendDueDigests } from "./send-digests.server";
import { signListings } from "./sign-listings.server";
import { scanHeldUploads } from "./scan-held-files.server";
import { sweepExpiredSessions } from "./sweep-sessions.server";
import { sweepSearchesSeen } from "./sweep-searches.server";
import { sweepOrphanUploads } from "./sweep-uploads.server";
import { tellOfBrokenPromises } from "./tell-broken-promises.server";
import { writeWhatWasSeen } from "./write-reach.server";

export const jobs: readonly Job[] = [
  catchUpSearchIndex,
  deliverMail,
  findNewsForPeople,
  remindOfListings,
  remindOfDeliveriesWaiting,
  remindOfExpiringQualifications,
  remindOfVisitsAhead,
  signListings,
  scanHeldUploads,
  sendDueDigests,
  sweepExpiredSessions,
  sweepSearchesSeen,
  sweepOrphanUploads,
  tellOfBrokenPromises,
];

/** Each process holds something of its own; the others are run by one of them. */
export const jobsOfEveryProcess: readonly Job[] = [writeWhatWasSeen];
