/** Two set-ups of one checkout at once would delete each other's node_modules: one waits for the other. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const FOLDER = ".setup-lock";
const OWNER = join(FOLDER, "pid");
/** Between making the folder and naming its owner. */
const NAMELESS_MS = 5_000;
let mine = false;

export async function withSetupLock(work) {
  await acquire();
  try {
    return await work();
  } finally {
    releaseSetupLock();
  }
}

export function releaseSetupLock() {
  if (mine) rmSync(FOLDER, { recursive: true, force: true });
  mine = false;
}

async function acquire() {
  for (let told = false; !take(); await sleep(200)) {
    const owner = ownerOf();
    if (owner === "gone") rmSync(FOLDER, { recursive: true, force: true });
    else if (!told) {
      console.log(`Waiting for another set-up of this checkout (process ${owner}) …`);
      told = true;
    }
  }
}

function take() {
  try {
    mkdirSync(FOLDER);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  mine = true;
  writeFileSync(OWNER, String(process.pid));
  return true;
}

/** The process that holds the lock, or "gone" when it died without releasing it. */
function ownerOf() {
  try {
    const pid = Number(readFileSync(OWNER, "utf8"));
    return pid > 0 && isAlive(pid) ? pid : "gone";
  } catch {
    try {
      return Date.now() - statSync(FOLDER).mtimeMs > NAMELESS_MS ? "gone" : "starting";
    } catch {
      return "starting";
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
