/** GET /api/v1/suggest?q=: completions of what is being typed, in Chinese, English, pinyin or initials. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { suggestions, type SuggestionTarget } from "~/domain/catalogue/suggestions.server";
import { LONGEST_TYPED } from "~/domain/search/completions.server";
import { answerApi, readOnly } from "~/http/api.server";
import { leftOut, SuggestQuery, unread } from "~/http/api-queries";
import { SuggestionList } from "~/http/api-shapes";
import { localeOf } from "~/http/locale.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, SuggestionList, async () => {
    const params = new URL(request.url).searchParams;
    const found = await suggestions(store().db, params.get("q") ?? "", await localeOf(request));
    const items = found.map(({ text, target }) => ({ text, kind: target.kind, href: addressOf(target) }));
    return { items, next: null, ...leftOut(SuggestQuery, params, unread(params, ["q"], LONGEST_TYPED)) };
  });
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
