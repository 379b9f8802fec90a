/** The only reader of a form: checks where it comes from, parses it, keeps what was typed. */
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { env } from "~/env.server";
import { log } from "~/log.server";
import type { MessageKey } from "~/i18n/messages";
import { codeOfIssue } from "~/i18n/form-errors";

type FormProblems = { form?: string; fields?: Record<string, string> };

/**
 * Parses the body against a schema. `reply` is the 422 answer with every error at its field; `refuse` turns a domain
 * refusal into an answer of the same shape (409 unless told), with what was typed kept. Passwords are never sent back.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  refuseForeignOrigin(request);
  const body = await bodyOf(request);
  const submission = parseWithZod(body, { schema, disableAutoCoercion: true, error: codeOfIssue });
  const intent = String(body.get("intent") ?? "");
  const refuse = ({ form, fields = {} }: FormProblems, status = 409) => {
    const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, [code]]));
    return data(submission.reply({ formErrors: form ? [form] : [], fieldErrors }), { status });
  };
  if (submission.status !== "success") {
    return { ok: false as const, intent, refuse, reply: data(submission.reply(), { status: 422 }) };
  }
  return { ok: true as const, intent, value: submission.value as z.output<Schema>, refuse };
}

/** For actions without fields: the same origin check, and which button was pressed. */
export async function readIntent(request: Request): Promise<{ intent: string; form: FormData }> {
  refuseForeignOrigin(request);
  const form = await bodyOf(request);
  return { intent: String(form.get("intent") ?? ""), form };
}

/** One refusal sentence for a whole form that has no other fields to keep. */
export function refusal(form: MessageKey, status = 409) {
  return data({ status: "error" as const, error: { "": [form] } }, { status });
}

/** Only a form's own encodings are read; another body, or a broken one, is the sender's mistake and not ours. */
async function bodyOf(request: Request): Promise<FormData> {
  const body = await request.formData().catch(() => null);
  if (body === null || isBeyondAnyList(body)) {
    throw new Response("400 Bad Request", { status: 400, statusText: "Bad Request" });
  }
  return body;
}

/** Longer than any list of a form here. */
const BEYOND_LISTS = 1_000;
const LONGEST_NAME = 200;
/** Conform's name for the button that was pressed to change a list. */
const LIST_BUTTON = "__intent__";

/**
 * Whether a name, or a button that changes a list, speaks of a place that no form has: `a[900000000]` becomes an array of that
 * length, over which parsing walks for 38 seconds with the whole process waiting.
 */
function isBeyondAnyList(body: FormData): boolean {
  if ([...body.keys()].some((name) => name.length > LONGEST_NAME || isFar(name))) return true;
  let isBeyond = false;
  const look = (_key: string, value: unknown) => {
    if (typeof value === "string" ? isFar(value) : typeof value === "number" && value >= BEYOND_LISTS) isBeyond = true;
    return value;
  };
  for (const pressed of body.getAll(LIST_BUTTON)) if (typeof pressed === "string") readJson(pressed, look);
  return isBeyond;
}

function isFar(name: string): boolean {
  return [...name.matchAll(/\[(\d+)/g)].some(([, index]) => Number(index) >= BEYOND_LISTS);
}

/** What is no JSON is no button of a list. */
function readJson(text: string, look: (key: string, value: unknown) => unknown): void {
  try {
    JSON.parse(text, look);
  } catch {
    return;
  }
}

/** A browser names the page a form was sent from; another site's page may not speak for the reader. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get("Origin");
  const site = request.headers.get("Sec-Fetch-Site");
  const foreign = site !== null && site !== "same-origin" && site !== "none";
  if (foreign || (origin !== null && !isOurs(origin, request))) {
    log.warn({ event: "foreign_origin" });
    throw new Response("403 Forbidden", { status: 403, statusText: "Forbidden" });
  }
}

function isOurs(origin: string, request: Request): boolean {
  if (origin === new URL(env.baseUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("Host");
}
