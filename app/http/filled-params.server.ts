/** A GET form sends its empty fields along; the address that people keep and send on goes without them. */
import { redirect } from "@remix-run/node";

/** What is asked for; leads to the same address without empty parameters where there are any. */
export function filledParams(request: Request): URLSearchParams {
  const { pathname, searchParams } = new URL(request.url);
  const filled = [...searchParams].filter(([, value]) => value !== "");
  if (filled.length === searchParams.size) return searchParams;
  throw redirect(filled.length > 0 ? `${pathname}?${new URLSearchParams(filled)}` : pathname);
}
