/** What the first process and those that serve say to each other. */

export type FromWorker = { shuzhen: "listening"; url: string } | { shuzhen: "failed"; sentence: string };
/** Jobs run in one process at a time; this one is it. */
export type FromPrimary = { shuzhen: "run_jobs" };

export function tellPrimary(message: FromWorker): void {
  process.send?.(message);
}

/** Other parts of the process (limits on sign-in) use the same channel. */
export function readFromWorker(message: unknown): FromWorker | null {
  if (!isOurs(message)) return null;
  if (message.shuzhen === "listening" && "url" in message) return { shuzhen: "listening", url: String(message.url) };
  if (message.shuzhen === "failed" && "sentence" in message) {
    return { shuzhen: "failed", sentence: String(message.sentence) };
  }
  return null;
}

export function isRunJobs(message: unknown): boolean {
  return isOurs(message) && message.shuzhen === "run_jobs";
}

function isOurs(message: unknown): message is { shuzhen: unknown } {
  return typeof message === "object" && message !== null && "shuzhen" in message;
}
