import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** Stories on the built server, without JavaScript in the browser; each file starts a server of its own. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    pool: "forks",
    fileParallelism: false,
    include: ["tests/journeys/**/*.test.ts", "tests/routes/access.test.ts"],
    globalSetup: ["tests/temporary.ts"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
