import tsconfigPaths from "vite-tsconfig-paths";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    pool: "forks",
    poolOptions: { forks: { maxForks: 2 } },
    include: [
      "tests/{architecture,domain,db,http,routes,i18n,cli,server,quality}/**/*.test.{ts,tsx}",
      "tests/*.test.ts",
    ],
    // Needs the built server: group journeys.
    exclude: [...configDefaults.exclude, "tests/routes/access.test.ts"],
    globalSetup: ["tests/temporary.ts"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 20_000,
    // Loading a whole world, beside another test and whatever else the machine does.
    hookTimeout: 120_000,
  },
});
