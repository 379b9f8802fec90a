/** Files people send: the raw bytes of a PUT, or a form with one file. A connection that breaks off in the middle leaves nothing. */
import { data } from "@remix-run/node";
import type { z } from "zod";
import { MOST_BYTES, receive, type Received, type Upload, type UploadKind } from "~/domain/files/received.server";
import { dropFile } from "~/domain/files/uploads.server";
import { scannerFor } from "~/domain/files/scanner.server";
import { env } from "~/env.server";
import type { MessageKey } from "~/i18n/messages";
import { readForm } from "./form.server";

/** The words of a form beside its file. */
const MOST_FORM_BYTES = MOST_BYTES + 256 * 1024;
/** A browser shows the answer only once it has sent everything: what is too long is read to here and thrown away. */
const MOST_DRAINED_BYTES = 64 * 1024 * 1024;

const scan = scannerFor(env);

/** All of the body, or null when the connection broke or the sender announced more than it sent. */
export async function readWhole(request: Request): Promise<Uint8Array | null> {
  const bytes = await request.arrayBuffer().catch(() => null);
  if (bytes === null) return null;
  const announced = request.headers.get("Content-Length");
  return announced !== null && Number(announced) !== bytes.byteLength ? null : new Uint8Array(bytes);
}

/**
 * Reads a multipart form with at most one file in `field`; the rest is what `readForm` says of it. The limit holds while the
 * body is read, whatever length was announced. `upload` is null when no file was chosen.
 */
export async function readUploadForm<Schema extends z.ZodType>(request: Request, schema: Schema, field = "file") {
  const body = await readUpTo(request, MOST_FORM_BYTES);
  if (body === null) return { ok: false as const, reply: tooLarge(field) };
  const type = request.headers.get("Content-Type") ?? "";
  const fields = await new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => {
    throw new Response("400 Bad Request", { status: 400, statusText: "Bad Request" });
  });
  const sent = fields.get(field);
  fields.delete(field);
  const form = await readForm(withFields(request, fields), schema);
  if (!form.ok) return form;
  const isChosen = sent instanceof File && (sent.size > 0 || sent.name !== "");
  const upload: Upload | null = isChosen ? { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) } : null;
  const refuseFile = (reason: string) => form.refuse({ fields: { [field]: `media:refused.${reason}` } }, 422);
  return { ...form, upload, refuseFile };
}

/** Takes a file in with the scanner of this server. */
export function takeIn(upload: Upload, accepts: readonly UploadKind[]) {
  return receive(upload, { accepts, scan, now: Date.now() });
}

/** Answers what a command says of a received file; refused, its bytes go at once. */
export async function orDropped<Answer extends { ok: boolean }>(
  file: Received | null,
  command: Promise<Answer>,
): Promise<Answer> {
  const outcome = await command;
  if (!outcome.ok && file) await dropFile(file.id);
  return outcome;
}

/** What was typed beside the file is lost with it: the browser keeps its page, and "back" has it. */
function tooLarge(field: string) {
  const key: MessageKey = "media:refused.too_large_at_all";
  return data({ status: "error" as const, error: { [field]: [key] } }, { status: 413 });
}

async function readUpTo(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Response("400 Bad Request", { status: 400, statusText: "Bad Request" });
    });
    if (done) break;
    size += value.byteLength;
    if (size <= most) pieces.push(value);
    else pieces.length = 0;
    if (size > MOST_DRAINED_BYTES) {
      await reader.cancel();
      return null;
    }
  }
  return size > most ? null : new Uint8Array(Buffer.concat(pieces));
}

/** The same request with the words alone, for the one reader of forms. */
function withFields(request: Request, fields: FormData): Request {
  const headers = new Headers(request.headers);
  headers.delete("Content-Type");
  headers.delete("Content-Length");
  const body = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === "string") body.append(name, value);
  return new Request(request.url, { method: "POST", headers, body });
}
