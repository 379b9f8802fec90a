/** What tests need from Debian's or Ubuntu's packages, installed when it is missing. */
import { run } from "./children.mjs";
import { found, stop } from "./progress.mjs";

/** Stops with a sentence when this is not root on a machine with apt-get. `what` begins that sentence. */
export async function installFromDebian(packages, what) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (process.getuid?.() !== 0 || !found("apt-get")) stop(`${what} On Debian or Ubuntu, as root: ${command}`);
  console.log(`  installing ${packages.join(" and ")} …`);
  const { code, text } = await run("sh", ["-c", command], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    capture: true,
  });
  if (code === 0) return;
  console.error(text);
  stop(`${what} They could not be installed. The command was: ${command}`);
}
