import { log } from "../log.server";

export type Job = { name: string; everyMs: number; run(): Promise<void> };

/**
 * Runs each job again `everyMs` after it finished, so that none overlaps itself; a failure is logged and the job goes
 * on. The returned function stops the clock and resolves once no job is running.
 */
export function startJobs(jobs: readonly Job[]): () => Promise<void> {
  const stops = jobs.map(startJob);
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function startJob(job: Job): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(turn, job.everyMs).unref();

  function turn() {
    running = runOnce(job).then(() => {
      if (!isStopped) timer = setTimeout(turn, job.everyMs).unref();
    });
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
    return running;
  };
}

/** A failure is logged. */
export async function runOnce(job: Job): Promise<void> {
  const started = performance.now();
  try {
    await job.run();
    log.debug({ job: job.name, ms: Math.round(performance.now() - started) }, "job done");
  } catch (error) {
    log.error({ job: job.name, err: error }, "job failed");
  }
}
