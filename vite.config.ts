import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), tsconfigPaths()],
  // Dependencies found late make Vite re-optimise during the first page load: two Reacts, no hydration.
  optimizeDeps: {
    include: [
      "@conform-to/react",
      "@remix-run/react",
      "i18next",
      "lucide-react",
      "react",
      "react-dom",
      "react-dom/client",
      "react-i18next",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
      "zod",
    ],
    exclude: ["@node-rs/argon2", "better-sqlite3", "drizzle-orm", "lucia", "nodemailer", "pino"],
  },
  build: {
    target: "es2022",
    rollupOptions: {
      // zod 4 ships annotations Rollup cannot place; hundreds of warnings would hide a real one.
      onwarn(warning, warn) {
        if (warning.code !== "INVALID_ANNOTATION") warn(warning);
      },
    },
  },
});
