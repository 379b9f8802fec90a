/** Where the process begins: one process a core, watched by the first, or one that does everything (WORKERS=1). */
import { workersWanted } from "./settings";
import cluster from "node:cluster";
import { tellPrimary } from "./messages";
import { supervise } from "./primary";

const workers = workersWanted();
if (cluster.isPrimary && workers > 1) supervise(workers);
else serveHere().catch(failed);

/** Not a static import: the first of several processes needs none of what serving loads. */
async function serveHere(): Promise<void> {
  const { serve } = await import("./serve");
  await serve();
}

function failed(error: unknown): void {
  const sentence = error instanceof Error ? error.message : String(error);
  // Said once by the first process, not by every one that meets the same obstacle.
  if (cluster.isWorker) tellPrimary({ shuzhen: "failed", sentence });
  else process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
  setImmediate(() => process.exit(1));
}
