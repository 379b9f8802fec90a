/** What the dictionary's pages of province and administrators share: what they read of a request, and how they answer a change. */
import {
  addToDictionary,
  switchInDictionary,
  type DictionaryEditor,
  type WordRefusal,
} from "~/domain/catalogue/dictionary.server";
import { beginningOf, type IgnoredValue } from "~/domain/catalogue/listing-query";
import { isWordId, lexiconPage } from "~/domain/search/lexicon-book.server";
import { LexiconWordForm } from "~/domain/search/lexicon-form";
import type { MessageKey } from "~/i18n/messages";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { lexiconTargets } from "./lexicon-targets.server";
import { localeOf } from "./locale.server";

/** One page of words that contain `q` and mean `target`, and all they can mean; what is neither target nor cursor is named. */
export async function lexiconDesk(request: Request) {
  const search = new URL(request.url).searchParams;
  const { targets, nameOf } = await lexiconTargets(store().db, await localeOf(request));
  const isTarget = (typed: string) => targets.some(({ options }) => options.some(({ value }) => value === typed));
  const ignored: IgnoredValue[] = [];
  const read = (name: "target" | "after", isOne: (typed: string) => boolean) => {
    const typed = search.get(name) || null;
    if (typed === null || isOne(typed)) return typed;
    ignored.push({ name, value: beginningOf(typed, 60) });
    return null;
  };
  const asked = { q: search.get("q") ?? "", target: read("target", isTarget), after: read("after", isWordId) };
  const { rows, ...page } = await lexiconPage(store().db, asked);
  return { ...asked, ...page, ignored, targets, rows: rows.map((row) => ({ ...row, means: nameOf(row.target) })) };
}

const problems: Record<WordRefusal, Partial<Record<keyof LexiconWordForm, MessageKey>>> = {
  empty: { surface: "search:lexicon.refused.empty" },
  known: { surface: "search:lexicon.refused.known" },
  target: { target: "search:lexicon.refused.target" },
};

/** `at`: the page it was sent from, which shows the word afterwards. */
export async function answerLexicon(request: Request, editor: DictionaryEditor, at: (query: { q: string }) => string) {
  const form = await readForm(request, LexiconWordForm);
  if (!form.ok) return form.reply;
  const { surface } = form.value;
  const back = at({ q: surface });
  if (form.intent === "add") {
    const added = await store().write((tx) => addToDictionary(tx, editor, form.value));
    return added.ok
      ? redirectWith(back, "search:lexicon.added", { word: surface })
      : form.refuse({ fields: problems[added.reason] });
  }
  const wanted = form.intent === "restore" ? "active" : "struck";
  const switched = await store().write((tx) => switchInDictionary(tx, editor, form.value, wanted));
  if (!switched.ok) return form.refuse({ form: "search:lexicon.refused.same" });
  const said = wanted === "active" ? "search:lexicon.restored" : "search:lexicon.struck.done";
  return redirectWith(back, said, { word: surface });
}
