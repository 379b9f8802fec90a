/** `npm run dev`: the development server, which reloads what is edited. */
import { REMIX } from "./build.mjs";
import { run } from "./children.mjs";
import { checkPort, prepare, prepareDatabase, readDotEnv, script } from "./setup.mjs";

await script(async () => {
  readDotEnv();
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  await checkPort(host, port);
  await prepare({ build: false });
  const env = { NODE_ENV: "development", DEMO: process.env.DEMO || "programme" };
  await prepareDatabase(env);
  const server = [REMIX, "vite:dev", "--host", host, "--port", String(port), "--strictPort"];
  return (await run(process.execPath, server, { env })).code;
});
