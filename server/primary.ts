/** The first process of several: starts those that serve, replaces one that dies, and stops or renews them in order. */
import cluster, { type Worker } from "node:cluster";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { RateLimiterClusterMaster } from "rate-limiter-flexible";
import { sayWhere } from "./greeting";
import { readFromWorker } from "./messages";
import { delayBefore, giveUpAfter } from "./restarts";

/** A worker finishes its requests for up to 10 s. */
const KILL_AFTER_MS = 11_000;

const log = pino({ level: process.env.LOG_LEVEL || "info", base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

type Standing = { hasServed: boolean; isRetiring: boolean };

export function supervise(count: number): void {
  const workers = new Map<Worker, Standing>();
  const waiting = new Map<Worker, (isServing: boolean) => void>();
  let isStopping = false;
  let url: string | undefined;
  let jobsIn: Worker | undefined;
  let failuresInARow = 0;
  let lastSentence = "";
  let renewing: Promise<void> | undefined;

  // Workers count wrong passwords together: this process keeps the counts.
  void new RateLimiterClusterMaster();
  for (let i = 0; i < count; i++) start();

  cluster.on("message", (worker, received) => {
    const message = readFromWorker(received);
    if (message?.shuzhen === "listening") serving(worker, message.url);
    if (message?.shuzhen === "failed") lastSentence = message.sentence;
  });
  cluster.on("exit", (worker, code, signal) => ended(worker, signal || `exit ${code}`));
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("SIGUSR2", () => void (renewing ??= renew().finally(() => (renewing = undefined))));
  if (process.channel) process.on("disconnect", () => stop("parent is gone"));

  function start(): Worker {
    const worker = cluster.fork();
    workers.set(worker, { hasServed: false, isRetiring: false });
    return worker;
  }

  function serving(worker: Worker, at: string): void {
    const standing = workers.get(worker);
    if (standing) standing.hasServed = true;
    failuresInARow = 0;
    waiting.get(worker)?.(true);
    electForJobs();
    if (url === undefined) sayWhere((url = at));
  }

  /** Jobs run in one process at a time, so another gets them only when the one that had them is gone. */
  function electForJobs(): void {
    if (jobsIn || isStopping) return;
    jobsIn = [...workers].find(([, { hasServed, isRetiring }]) => hasServed && !isRetiring)?.[0];
    jobsIn?.send({ shuzhen: "run_jobs" });
  }

  function ended(worker: Worker, how: string): void {
    const standing = workers.get(worker);
    workers.delete(worker);
    waiting.get(worker)?.(false);
    if (jobsIn === worker) jobsIn = undefined;
    if (isStopping) return void (workers.size === 0 && process.exit(process.exitCode ?? 0));
    electForJobs();
    if (!standing || standing.isRetiring) return;
    log.error({ pid: worker.process.pid, how }, "a server process ended");
    if (!standing.hasServed) failuresInARow++;
    if (url === undefined || giveUpAfter(failuresInARow, workers.size)) return giveUp(how);
    void replaceLater();
  }

  async function replaceLater(): Promise<void> {
    await sleep(delayBefore(failuresInARow));
    // A signal for the whole group reaches the workers too, perhaps before this process.
    if (!isStopping && workers.size < count) start();
  }

  function giveUp(how: string): void {
    process.stderr.write(`${lastSentence || `The server processes end while they start (${how}).`}\n`);
    process.exitCode = 1;
    stop("cannot start");
  }

  /** New processes take over one by one, so that somebody always serves. */
  async function renew(): Promise<void> {
    log.info("renewing the server processes");
    for (const [old, standing] of [...workers]) {
      if (isStopping || !workers.has(old)) continue;
      const fresh = start();
      standing.isRetiring = true;
      const isServing = await new Promise<boolean>((resolve) => waiting.set(fresh, resolve));
      waiting.delete(fresh);
      if (!isServing) {
        standing.isRetiring = false;
        log.error({ reason: lastSentence }, "renewal broken off: the new process did not start");
        return;
      }
      const gone = new Promise((resolve) => old.once("exit", resolve));
      retire(old);
      await gone;
    }
    log.info("renewed");
  }

  function stop(reason: string): void {
    if (isStopping) return;
    isStopping = true;
    log.info({ reason }, "stopping all server processes");
    if (workers.size === 0) process.exit(process.exitCode ?? 0);
    for (const worker of workers.keys()) retire(worker);
  }

  function retire(worker: Worker): void {
    worker.process.kill("SIGTERM");
    setTimeout(() => worker.process.kill("SIGKILL"), KILL_AFTER_MS).unref();
  }
}
