/** Everything that happens by the clock. Each job is as thin as a route: it calls the domain. */
import { deliverMail } from "./deliver-mail.server";
import type { Job } from "./runner.server";
import { sweepExpiredSessions } from "./sweep-sessions.server";

export const jobs: readonly Job[] = [deliverMail, sweepExpiredSessions];
