/** Tells the counter what a page shows of solutions (docs/decisions/0033). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Seen } from "~/domain/insight/reach";
import { reach } from "~/domain/insight/reach-counter.server";
import { signedIn } from "./guards.server";

/** Counts a page drawn for one reader; a shared page is counted where it is sent, be it drawn or kept. */
export async function noteSeen({ request, context }: LoaderFunctionArgs, seen: Seen): Promise<void> {
  if (context?.isShared) return context.keepSeen?.(seen);
  if (request.method !== "GET") return;
  const { headers } = request;
  countSeen(seen, (name) => headers.get(name), await organisationsOf(request));
}

/**
 * Counts one answer. A browser that fetches a page ahead shows it to nobody yet; when it does, it asks again whether the page still
 * holds.
 */
export function countSeen(
  seen: Seen,
  header: (name: string) => string | null | undefined,
  organisations: readonly string[],
): void {
  if (header("sec-purpose")?.startsWith("prefetch")) return;
  reach.count(seen, { agent: header("user-agent"), organisations });
}

/** Those the reader belongs to: what their own people see of their solutions is not counted. */
export async function organisationsOf(request: Request): Promise<string[]> {
  const who = await signedIn(request);
  return who?.belongings.map(({ organisationId }) => organisationId) ?? [];
}
