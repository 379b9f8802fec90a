/** The first reader of a new process should not pay for what it reads once: the catalogue, the dictionary, the pages' code. */
import type { Hono } from "hono";
import type { Application } from "../app/application.server";

/** A word no listing has makes what mistyped and unknown words are understood with. */
const PAGES = ["/solutions", "/", "/solutions?q=zzyzx", "/api/v1/suggest?q=a"];

export async function warmUp(app: Hono, { env, log }: Pick<Application, "env" | "log">): Promise<void> {
  for (const path of PAGES) {
    const answer = await app.request(new URL(path, env.baseUrl), { headers: { "Accept-Encoding": "gzip" } });
    await answer.arrayBuffer();
    if (!answer.ok) log.warn({ path, status: answer.status }, "warm-up failed");
  }
}
