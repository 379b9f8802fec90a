import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** Files as others read them: poppler and LibreOffice, which the runner prepares. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    pool: "forks",
    fileParallelism: false,
    include: ["tests/documents/**/*.test.ts"],
    globalSetup: ["tests/temporary.ts"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
