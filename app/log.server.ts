/** One JSON line per event, with the request's id where there is one. Never names, phones, codes or passwords. */
import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { env } from "./env.server";

type RequestContext = { requestId: string; userId?: string };

const context = new AsyncLocalStorage<RequestContext>();

export const log = pino({
  level: env.logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => context.getStore() ?? {},
});

/** Runs `work` so that every log line and journal entry inside carries the request's id. */
export function withRequest<T>(requestId: string, work: () => T): T {
  return context.run({ requestId }, work);
}

export function currentRequestId(): string | null {
  return context.getStore()?.requestId ?? null;
}

/** The same object all through one request, to keep things by; null outside of one. */
export function runningRequest(): object | null {
  return context.getStore() ?? null;
}

/** Adds the signed-in user to the log lines of the running request. */
export function noteUser(userId: string): void {
  const running = context.getStore();
  if (running) running.userId = userId;
}
