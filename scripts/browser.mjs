/** The browser and the Chinese fonts that the browser tests need. */
import { run } from "./children.mjs";
import { found, step, stop } from "./progress.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/** Resolves to the browser's path. */
export function prepareBrowser() {
  return step("Browser", null, async () => {
    if (!browser() || !(await hasChineseFont())) await installBrowser();
    const path = browser();
    return path ?? stop("The browser is still missing after its installation.");
  });
}

function browser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return NAMES.map(found).find((path) => path !== null) ?? null;
}

async function hasChineseFont() {
  const { code, text } = await run("fc-list", [":lang=zh", "family"], { capture: true });
  return code === 0 && text.trim() !== "";
}

async function installBrowser() {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${PACKAGES.join(" ")}`;
  if (process.getuid?.() !== 0 || !found("apt-get")) {
    stop(`The browser tests need Chromium and Chinese fonts. On Debian or Ubuntu, as root: ${command}`);
  }
  console.log(`  installing ${PACKAGES.join(" and ")} …`);
  const { code, text } = await run("sh", ["-c", command], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    capture: true,
  });
  if (code !== 0) {
    console.error(text);
    stop(`Chromium could not be installed. The command was: ${command}`);
  }
}
