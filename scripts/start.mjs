/** `npm start`: from a bare checkout to a running server with the demonstration world. */
import { run } from "./children.mjs";
import { checkPort, prepare, prepareDatabase, readDotEnv, script } from "./setup.mjs";

/** The server finishes its requests for up to 10 s. */
const GRACE_MS = 12_000;

await script(async () => {
  readDotEnv();
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  await checkPort(host, port);
  await prepare({ build: true });
  // React's production build is five times as fast; DEMO decides about demonstration logins, not the mode.
  const env = { NODE_ENV: "production", DEMO: process.env.DEMO || "programme" };
  await prepareDatabase(env);
  // Requests make much that is soon forgotten: with room for it, the slowest search in a hundred takes half as long.
  const server = ["--max-semi-space-size=32", "--import", "tsx", "server/main.ts"];
  return (await run(process.execPath, server, { env, graceMs: GRACE_MS, linked: true })).code;
});
