/**
 * Remix options. Read by vite.config.ts (`remix(remixConfig)`) and by app/routes.ts; see docs/decisions/0001.
 * Only keys of VitePluginConfig belong here.
 * @type {import('@remix-run/dev').VitePluginConfig & { ignoredRouteFiles: string[] }}
 */
export default {
  appDirectory: "app",
  // Two checkouts of one folder, e.g. a server under test beside a running one, build apart.
  buildDirectory: process.env.BUILD_DIR || "build",
  serverBuildFile: "index.js",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"],
  ssr: true,
  manifest: true,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
};
