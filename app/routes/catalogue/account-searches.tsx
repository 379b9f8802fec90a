/** The searches a person saved: what each finds now, another name, and letting go. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { chipsOf, searchName, type SearchChosen } from "~/components/catalogue/search-words";
import { Button, LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { searchAsked } from "~/domain/catalogue/listing-page.server";
import { beginningOf, parseListingQuery } from "~/domain/catalogue/listing-query";
import { knownNames } from "~/domain/catalogue/listing.server";
import { LONGEST_NAME, SavedSearchName } from "~/domain/catalogue/saved-search-form";
import {
  deleteSearch,
  renameSearch,
  savedQuery,
  savedSearches,
  saveSearch,
} from "~/domain/catalogue/saved-searches.server";
import { done, type Outcome } from "~/domain/outcome";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { formatDate } from "~/i18n/format";
import type { MessageKey } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "catalogue:saved.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireUser(request);
  const language = await translateFor(request);
  const searches = await savedSearches(store().db, userId);
  return { searches: searches.map(({ asked, ...search }) => ({ ...search, words: wordsOf(language, asked) })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireUser(request);
  const form = await readForm(request, SavedSearchName);
  if (!form.ok) return form.reply;
  const { id, name, query } = form.value;
  switch (form.intent) {
    case "save": {
      const saved = await save(request, userId, { name, query });
      return saved.ok ? redirectWith(saved.value, "catalogue:saved.done.save") : form.refuse(sentenceOf(saved.reason));
    }
    case "delete": {
      const deleted = await store().write((tx) => deleteSearch(tx, userId, id));
      return deleted.ok ? back("catalogue:saved.done.delete") : form.refuse(sentenceOf(deleted.reason));
    }
    case "rename": {
      if (name === "") return back("catalogue:saved.kept_name");
      const renamed = await store().write((tx) => renameSearch(tx, userId, { id, name }));
      return renamed.ok ? back("catalogue:saved.done.rename") : form.refuse(sentenceOf(renamed.reason));
    }
  }
  return form.refuse(sentenceOf("unknown"), 400);
}

/** Answers where the list that was saved is shown. */
async function save(
  request: Request,
  userId: string,
  typed: { name: string; query: string },
): Promise<Outcome<string, "empty" | "full">> {
  const { query } = parseListingQuery(new URLSearchParams(typed.query), await knownNames(store().db));
  const asked = savedQuery(query);
  const words = typed.name || wordsOf(await translateFor(request), await searchAsked(store().db, query));
  const name = beginningOf(words, LONGEST_NAME);
  const outcome = await store().write((tx) => saveSearch(tx, userId, { name, query: asked }));
  return outcome.ok ? done(addressOf(asked)) : outcome;
}

type Language = Awaited<ReturnType<typeof translateFor>>;

/** As the list offers it for a name. */
function wordsOf(language: Language, asked: SearchChosen & { said: string }): string {
  return searchName(language.t, asked.said, chipsOf(language, asked)) || language.t("catalogue:saved.unnamed");
}

function back(said: MessageKey) {
  return redirectWith(paths.account.searches(), said);
}

function sentenceOf(reason: "empty" | "full" | "not_found" | "unknown"): { form: MessageKey } {
  return { form: `catalogue:saved.refused.${reason}` };
}

function addressOf(query: string): string {
  return `${paths.solutions()}?${query}`;
}

export default function AccountSearches() {
  const t = useTranslate();
  const { searches } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("catalogue:saved.title")}
        lead={searches.length > 0 ? t("catalogue:saved.lead") : undefined}
        up={{ to: paths.account.home(), label: t("identity:account.title") }}
        actions={searches.length > 0 ? <LinkButton to={paths.account.alerts()}>{t("alerts:title")}</LinkButton> : null}
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      {searches.length === 0 ? (
        <EmptyState title={t("catalogue:saved.none")}>
          <p>{t("catalogue:saved.none.text")}</p>
          <LinkButton to={paths.solutions()} tone="primary">
            {t("catalogue:saved.find")}
          </LinkButton>
        </EmptyState>
      ) : (
        <ul className="border-t border-base-300">
          {searches.map((search) => (
            <SavedRow key={search.id} {...search} />
          ))}
        </ul>
      )}
    </>
  );
}

type Saved = ReturnType<typeof useLoaderData<typeof loader>>["searches"][number];

function SavedRow({ id, name, words, query, total, createdAt }: Saved) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-center gap-x-2 border-b border-base-300 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-base">
          <Link to={addressOf(query)} className="link-plain inline-block py-1 [overflow-wrap:anywhere]">
            {name}
          </Link>
        </h2>
        <p className="text-sm [overflow-wrap:anywhere]">{t("catalogue:saved.words", { words })}</p>
        <p className="muted flex flex-wrap gap-x-4 text-sm">
          <span>{t("catalogue:saved.count", { count: total })}</span>
          <span>{t("catalogue:saved.since", { date: formatDate(locale, createdAt) })}</span>
        </p>
      </div>
      <details className="open:basis-full">
        <summary className="btn btn-ghost btn-sm min-h-11 list-none">{t("catalogue:saved.rename")}</summary>
        <form method="post" className="flex max-w-2xl flex-wrap items-center gap-2 py-2">
          <input type="hidden" name="id" value={id} />
          <input
            name="name"
            defaultValue={name}
            maxLength={LONGEST_NAME}
            aria-label={t("catalogue:saved.rename.label", { name })}
            className="input min-h-11 min-w-0 flex-1 basis-52"
          />
          <Button intent="rename" tone="plain">
            {t("catalogue:saved.rename.submit")}
          </Button>
        </form>
      </details>
      <form method="post">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="name" value={name} />
        <button
          name="intent"
          value="delete"
          aria-label={t("catalogue:saved.delete.label", { name })}
          className="btn btn-ghost btn-sm min-h-11"
        >
          {t("catalogue:saved.delete")}
        </button>
      </form>
    </li>
  );
}
