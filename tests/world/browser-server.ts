/** One server for all browser stories: Playwright starts a new worker after every failure, and would a new server too. */
import { startServer } from "./server";

export default async function start(): Promise<() => Promise<void>> {
  const server = await startServer();
  // Workers inherit the environment.
  process.env.SHUZHEN_URL = server.url;
  return server.stop;
}
