/** Sentences ticked beside a decision are written before the moderator's own words, on the server, so that it works without JavaScript. */
import { cannedReasons } from "~/domain/moderation/canned-reasons.server";
import { store } from "~/store.server";
import { localeOf } from "./locale.server";

const MOST_TICKED = 10;

/** The same request with the ticked sentences in its `text`, in the language of the page; a refused form then shows them as typed. */
export async function withCannedText(request: Request): Promise<Request> {
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  const ticked = form?.getAll("canned").map(String) ?? [];
  if (!form || ticked.length === 0) return request;
  const english = (await localeOf(request)) === "en";
  const known = new Map(
    (await cannedReasons(store().db)).map((each) => [each.id, english ? each.textEn : each.textZh]),
  );
  const own = String(form.get("text") ?? "").trim();
  const said = ticked.slice(0, MOST_TICKED).flatMap((id) => known.get(id) ?? []);
  const body = new URLSearchParams();
  for (const [name, value] of form) if (name !== "canned" && name !== "text") body.append(name, String(value));
  // Sent again after a refusal, a sentence is not said twice.
  body.append("text", [...said.filter((sentence) => !own.includes(sentence)), own].filter(Boolean).join("\n"));
  const headers = new Headers(request.headers);
  headers.delete("Content-Length");
  headers.set("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  return new Request(request.url, { method: "POST", headers, body });
}
