/** ClamAV over its own protocol (clamd's INSTREAM): the bytes go to the daemon, a verdict comes back. */
import { connect, type NetConnectOpts, type Socket } from "node:net";

export type Verdict = "clean" | "infected" | "unknown";
export type Scanner = (bytes: Uint8Array) => Promise<Verdict>;
type Settings = { clamavSocket: string | null; clamavHost: string | null };

const TIMEOUT_MS = 30_000;
const PIECE_BYTES = 256 * 1024;
const DEFAULT_PORT = 3310;
const LONGEST_ANSWER = 4_096;

/** Asks the configured daemon; null when none is configured. `unknown`: it did not answer, or not with a verdict. */
export function scannerFor({ clamavSocket, clamavHost }: Settings): Scanner | null {
  const place = clamavSocket !== null ? { path: clamavSocket } : clamavHost !== null ? addressOf(clamavHost) : null;
  return place && ((bytes) => askDaemon(place, bytes));
}

function addressOf(host: string): NetConnectOpts {
  const { hostname, port } = new URL(`tcp://${host}`);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || DEFAULT_PORT };
}

function askDaemon(place: NetConnectOpts, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((resolve) => {
    const socket = connect(place);
    let answer = "";
    const finish = () => {
      socket.destroy();
      resolve(verdictOf(answer));
    };
    socket.setTimeout(TIMEOUT_MS, finish);
    socket.on("error", finish);
    socket.on("close", finish);
    socket.on("data", (piece) => {
      answer += piece.toString("latin1");
      if (answer.includes("\0") || answer.length > LONGEST_ANSWER) finish();
    });
    socket.on("connect", () => void send(socket, bytes));
  });
}

/** Each piece with its length in four bytes, then a length of nothing. */
async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.byteLength && !socket.destroyed; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    socket.write(lengthOf(piece.byteLength));
    if (!socket.write(piece)) await drained(socket);
  }
  if (!socket.destroyed) socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off("drain", go);
      socket.off("close", go);
      resolve();
    };
    socket.on("drain", go);
    socket.on("close", go);
  });
}

function verdictOf(answer: string): Verdict {
  const text = answer.replace(/\0[\s\S]*$/, "").trim();
  if (/\bFOUND$/.test(text)) return "infected";
  return text.endsWith(": OK") ? "clean" : "unknown";
}
