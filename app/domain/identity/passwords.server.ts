import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB, two passes, one lane: the first recommendation of OWASP's password storage sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep of a password. About 10 ms off the event loop; never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Whether the hash is of this password; as costly as hashing it, so never inside a transaction. */
export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize("NFKC"));
}

let decoy: Promise<string> | null = null;

/** Takes as long as a real check, so that nobody learns from the clock which accounts exist. */
export async function pretendToCheck(password: string): Promise<false> {
  decoy ??= hashPassword("no account has this password");
  await passwordFits(await decoy, password);
  return false;
}
