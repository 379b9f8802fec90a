import { sweepSessions } from "~/domain/identity/sessions.server";

export const sweepExpiredSessions = { name: "sweep-sessions", everyMs: 3_600_000, run: sweepSessions };
