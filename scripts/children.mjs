/** Child processes of the scripts: each in a group of its own, and none outlives us. */
import { spawn } from "node:child_process";

const KILL_AFTER_MS = 2_000;
/** Every running child with the time it is given to stop by itself. */
const running = new Map();
let stopping = false;

/**
 * Runs a command and resolves to its exit code and output. `capture` keeps the output instead of showing it;
 * `graceMs` is how long it may take to stop when we are stopped; `linked` lets the child notice our death.
 */
export function run(command, args, { env = {}, capture = false, graceMs = KILL_AFTER_MS, linked = false } = {}) {
  const output = capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: linked ? [...output, "ipc"] : output,
    // npm ignores SIGTERM while it installs: only a signal to the whole group stops it and what it started.
    detached: true,
  });
  running.set(child, graceMs);
  let text = "";
  child.stdout?.on("data", (chunk) => (text += chunk));
  child.stderr?.on("data", (chunk) => (text += chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      running.delete(child);
      resolve({ code: 127, text: String(error.message) });
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      // While stopping, the exit belongs to stopAll: nothing after this child may start.
      if (!stopping) resolve({ code: code ?? (signal ? 1 : 0), text });
    });
  });
}

/** Stops everything when npm, the terminal or a supervisor stops us. Call before anything is started. */
export function stopWithParent(atEnd) {
  process.on("SIGINT", () => stopAll(130, atEnd));
  process.on("SIGTERM", () => stopAll(143, atEnd));
  process.on("SIGHUP", () => stopAll(129, atEnd));
  // On SIGTERM npm tells only its shell, which dies and leaves us orphaned with the port still taken.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stopAll(143, atEnd), 300).unref();
  }
}

async function stopAll(code, atEnd) {
  if (stopping) return;
  stopping = true;
  await Promise.all([...running].map(([child, graceMs]) => stopGroup(child, graceMs)));
  atEnd();
  process.exit(code);
}

async function stopGroup(child, graceMs) {
  const closed = new Promise((resolve) => child.once("close", resolve));
  signalGroup(child, "SIGTERM");
  const late = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  await closed;
  clearTimeout(late);
  // What the child itself started and left behind.
  signalGroup(child, "SIGKILL");
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
