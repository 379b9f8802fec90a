import { createHash, randomBytes } from "node:crypto";

/** A secret for a link: 32 random bytes, url-safe. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: its hash opens nothing. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
