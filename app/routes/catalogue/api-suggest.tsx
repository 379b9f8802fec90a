/** GET /api/v1/suggest?q=: completions of what is being typed, in Chinese, English, pinyin or initials. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { suggestions, type SuggestionTarget } from "~/domain/catalogue/suggestions.server";
import { readOnly } from "~/http/problem.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const found = await suggestions(store().db, q);
  const items = found.map(({ text, target }) => ({ text, kind: target.kind, href: addressOf(target) }));
  return Response.json({ items }, { headers: { "Cache-Control": "public, max-age=60" } });
}

export function action() {
  return readOnly();
}

function addressOf(target: SuggestionTarget): string {
  switch (target.kind) {
    case "query":
      return paths.solutions({ q: target.q });
    case "scenario":
    case "industry":
    case "park":
      return paths.solutions({ [target.kind]: target.value });
    case "provider":
      return paths.provider(target.value);
    case "solution":
      return paths.solution(target.value);
  }
}
