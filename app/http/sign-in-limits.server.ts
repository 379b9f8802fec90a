import cluster from "node:cluster";
import { createHash } from "node:crypto";
import { RateLimiterCluster, RateLimiterMemory, type RateLimiterAbstract } from "rate-limiter-flexible";
import { accountNameOf } from "~/domain/identity/sign-in.server";

type Limit = { keyPrefix: string; points: number; duration: number };

/** One of several processes asks the first, which counts for all. */
function limiter(limit: Limit): RateLimiterAbstract {
  return cluster.isWorker ? new RateLimiterCluster(limit) : new RateLimiterMemory(limit);
}

/** Ten wrong passwords for one account in fifteen minutes, however its name is spelt; kept in memory, by a hash of the name. */
const failures = limiter({ keyPrefix: "sign-in", points: 10, duration: 15 * 60 });

function keyOf(name: string): string {
  return createHash("sha256").update(accountNameOf(name)).digest("base64");
}

export async function isSignInSlowedDown(name: string): Promise<boolean> {
  const state = await failures.get(keyOf(name));
  return state !== null && state.consumedPoints >= 10;
}

export async function noteFailedSignIn(name: string): Promise<void> {
  // It rejects once the points are used up; the next attempt is told so by the question above.
  await failures.consume(keyOf(name)).catch(() => null);
}

/** Three reset letters for one name in an hour: nobody's mailbox is flooded through us. */
const resets = limiter({ keyPrefix: "reset", points: 3, duration: 3600 });

/** Counts one request for a letter and says whether it is one too many. */
export async function isResetSlowedDown(name: string): Promise<boolean> {
  return resets.consume(keyOf(name)).then(
    () => false,
    () => true,
  );
}
