import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { withoutNonce } from "../../server/script-hashes";

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const policy = "default-src 'self'; script-src 'self' 'nonce-abc+/='; object-src 'none'";

test("inline scripts are allowed by their hashes, and the nonce is gone", () => {
  const html = `<script nonce="abc+/=">start()</script><script type="module" async="" nonce="abc+/=">import "/a.js"</script>`;
  expect(withoutNonce(html, policy)).toEqual({
    html: `<script>start()</script><script type="module" async="">import "/a.js"</script>`,
    policy: `default-src 'self'; script-src 'self' ${hashOf("start()")} ${hashOf('import "/a.js"')}; object-src 'none'`,
  });
});

test("a script the page did not vouch for is not allowed", () => {
  const made = withoutNonce(`<script>injected()</script><script nonce="abc+/=">ours()</script>`, policy);
  expect(made?.policy).toContain(hashOf("ours()"));
  expect(made?.policy).not.toContain(hashOf("injected()"));
});

test("a page without a nonce stays as it is", () => {
  const scriptless = "script-src 'self'";
  expect(withoutNonce("<p>text</p>", scriptless)).toEqual({ html: "<p>text</p>", policy: scriptless });
});

test("a page that says its nonce elsewhere cannot be kept", () => {
  expect(withoutNonce(`<script nonce="abc+/=">nonce = "abc+/="</script>`, policy)).toBeNull();
});
