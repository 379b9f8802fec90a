import { createHash } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";

/** Ten wrong passwords for one name in fifteen minutes; kept in memory, by a hash of the name. */
const failures = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

function keyOf(name: string): string {
  return createHash("sha256").update(name.trim().toLowerCase()).digest("base64");
}

export async function isSignInSlowedDown(name: string): Promise<boolean> {
  const state = await failures.get(keyOf(name));
  return state !== null && state.consumedPoints >= 10;
}

export async function noteFailedSignIn(name: string): Promise<void> {
  // It rejects once the points are used up; the next attempt is told so by the question above.
  await failures.consume(keyOf(name)).catch(() => null);
}
