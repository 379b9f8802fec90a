/** Addresses that only our own scripts speak to: JSON in, JSON out. */
import type { z } from "zod";
import { log } from "~/log.server";

const JSON_TYPE = /^application\/json\b/i;

/** The body in the shape of the schema. A form of another site cannot send this type; what is not of the shape is a 400. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  if (!JSON_TYPE.test(request.headers.get("Content-Type") ?? "")) throw new Response(null, { status: 415 });
  const body: unknown = await request.json().catch(() => null);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  log.warn({ event: "json_refused", paths: read.error.issues.map(({ path }) => path.join(".")).slice(0, 5) });
  throw new Response(null, { status: 400 });
}

/** Kept by nobody: it speaks of one reader's case at one moment. */
export function answerJson(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
