/** The built app, loaded by every process that serves. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Application } from "../app/application.server";

export type Build = ServerBuild & { entry: { module: { application: Application } } };

const FOLDER = resolve(process.env.BUILD_DIR || "build");

export const clientFolder = join(FOLDER, "client");

export async function loadBuild(): Promise<Build> {
  try {
    // Not a static import: the build imports React, which reads NODE_ENV, and it may not be there yet.
    return await import(pathToFileURL(join(FOLDER, "server/index.js")).href);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") {
      throw new Error("There is no build yet. Run `npm start`, or `npm run build` first.", { cause: error });
    }
    throw error;
  }
}
