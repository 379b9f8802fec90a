/** A nonce is good for one answer. Kept bytes are sent many times, so their inline scripts are allowed by their hashes. */
import { createHash } from "node:crypto";

const NONCE = /'nonce-([^']+)'/;
const SCRIPT = /<script([^>]*)>([^]*?)<\/script>/g;

/** The page and its policy without the nonce; null when the nonce stands where it cannot be taken out. */
export function withoutNonce(html: string, policy: string): { html: string; policy: string } | null {
  const nonce = NONCE.exec(policy)?.[1];
  if (nonce === undefined) return { html, policy };
  const attribute = ` nonce="${nonce}"`;
  const hashes = new Set<string>();
  for (const [, attributes = "", script = ""] of html.matchAll(SCRIPT)) {
    if (attributes.includes(attribute) && script !== "") hashes.add(`'sha256-${sha256(script)}'`);
  }
  const bare = html.replaceAll(attribute, "");
  if (bare.includes(nonce)) return null;
  return { html: bare, policy: policy.replace(NONCE, [...hashes].join(" ")) };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
