/** The dictionary of search: what people call scenarios, functions and industries. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { LexiconForm } from "~/components/search/lexicon-form";
import { LexiconTable } from "~/components/search/lexicon-table";
import { addToDictionary, switchInDictionary, type WordRefusal } from "~/domain/catalogue/dictionary.server";
import { lexiconPage } from "~/domain/search/lexicon-book.server";
import { LexiconWordForm } from "~/domain/search/lexicon-form";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireAdministrator } from "~/http/guards.server";
import { lexiconTargets } from "~/http/lexicon-targets.server";
import { localeOf } from "~/http/locale.server";
import type { MessageKey } from "~/i18n/messages";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:lexicon.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  const search = new URL(request.url).searchParams;
  const asked = { q: search.get("q") ?? "", target: search.get("target") || null, after: search.get("after") };
  const { targets, nameOf } = await lexiconTargets(store().db, await localeOf(request));
  const { rows, ...page } = await lexiconPage(store().db, asked);
  return { ...asked, ...page, targets, rows: rows.map((row) => ({ ...row, means: nameOf(row.target) })) };
}

const problems: Record<WordRefusal, Partial<Record<keyof LexiconWordForm, MessageKey>>> = {
  empty: { surface: "search:lexicon.refused.empty" },
  known: { surface: "search:lexicon.refused.known" },
  target: { target: "search:lexicon.refused.target" },
};

export async function action({ request }: ActionFunctionArgs) {
  const administrator = await requireAdministrator(request);
  const form = await readForm(request, LexiconWordForm);
  if (!form.ok) return form.reply;
  const back = paths.admin.lexicon({ q: form.value.surface });
  if (form.intent === "add") {
    const added = await store().write((tx) => addToDictionary(tx, administrator, form.value));
    return added.ok
      ? redirectWith(back, "search:lexicon.added", { word: form.value.surface })
      : form.refuse({ fields: problems[added.reason] });
  }
  const wanted = form.intent === "restore" ? "active" : "struck";
  const switched = await store().write((tx) => switchInDictionary(tx, administrator, form.value, wanted));
  if (!switched.ok) return form.refuse({ form: "search:lexicon.refused.same" });
  return redirectWith(back, wanted === "active" ? "search:lexicon.restored" : "search:lexicon.struck.done", {
    word: form.value.surface,
  });
}

export default function AdminLexicon() {
  const t = useTranslate();
  const { q, target, after, total, rows, next, targets } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("search:lexicon.title")} lead={t("search:lexicon.lead", { count: total })} />
      <Form className="mb-4 flex flex-wrap items-end gap-3" role="search">
        <label className="flex min-w-0 grow basis-60 flex-col gap-1">
          <span className="font-semibold">{t("search:lexicon.search")}</span>
          <input name="q" defaultValue={q} maxLength={40} className="input w-full" />
        </label>
        <label className="flex min-w-0 grow basis-60 flex-col gap-1">
          <span className="font-semibold">{t("search:lexicon.target")}</span>
          <select name="target" defaultValue={target ?? ""} className="select w-full">
            <option value="">{t("search:lexicon.any")}</option>
            {targets.map(({ label, options }) => (
              <optgroup key={label} label={label}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <Button tone="plain">{t("common:search")}</Button>
      </Form>
      {rows.length === 0 ? <EmptyState title={t("search:lexicon.empty")} /> : <LexiconTable rows={rows} />}
      <Pager
        label={t("search:lexicon.title")}
        first={after ? paths.admin.lexicon({ q, target }) : null}
        next={next ? paths.admin.lexicon({ q, target, after: next }) : null}
      />
      <Section title={t("search:lexicon.add")} id="add">
        <div className="measure">
          <LexiconForm answer={useActionData<typeof action>()} targets={targets} />
        </div>
      </Section>
    </>
  );
}
