/** One message that survives one redirect: what just happened, said on the next page. */
import { createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import { env } from "~/env.server";
import type { MessageKey, Params } from "~/i18n/messages";

const flashCookie = createCookie("flash", {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 60,
  secrets: [env.sessionSecret],
});

const Flash = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

export type FlashMessage = z.infer<typeof Flash>;

/** Goes to a page and says one sentence there. */
export async function redirectWith(to: string, key: MessageKey, params: Params = {}, headers?: HeadersInit) {
  const all = new Headers(headers);
  all.append("Set-Cookie", await flashCookie.serialize({ key, params }));
  return redirect(to, { status: 303, headers: all });
}

/** Reads the message and the header that clears it. */
export async function takeFlash(request: Request): Promise<{ flash: FlashMessage; clear: string } | null> {
  const header = request.headers.get("Cookie");
  if (!header?.includes("flash=")) return null;
  const parsed = Flash.safeParse(await flashCookie.parse(header));
  return parsed.success ? { flash: parsed.data, clear: await flashCookie.serialize("", { maxAge: 0 }) } : null;
}
