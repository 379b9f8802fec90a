/** The dictionary of search: words by letters and meaning, a button each, and a form for a new one. */
import { Form } from "@remix-run/react";
import { IgnoredNote } from "~/components/catalogue/listing-chips";
import { Button } from "~/components/kit/button";
import type { OptionGroup } from "~/components/kit/fields";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import { useTranslate } from "~/i18n/use-translate";
import { LexiconForm } from "./lexicon-form";
import { LexiconTable, type Word } from "./lexicon-table";

type Asked = { q: string; target: string | null };
type Props = Asked & {
  ignored: readonly { name: string; value: string }[];
  after: string | null;
  next: string | null;
  total: number;
  rows: readonly Word[];
  targets: OptionGroup[];
  answer: unknown;
  /** The address of this page. */
  at: (query: Partial<Asked> & { after?: string }) => string;
};

export function LexiconDesk({ q, target, after, next, total, rows, targets, ignored, answer, at }: Props) {
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("search:lexicon.title")}
        lead={t("search:lexicon.lead", { count: total })}
        actions={
          <a href="#add" className="btn min-h-11 border-base-300 bg-base-100">
            {t("search:lexicon.add")}
          </a>
        }
      />
      <div className="mb-4 empty:hidden">
        <IgnoredNote
          ignored={ignored.map(({ name, value }) => ({
            name: t(name === "target" ? "search:lexicon.target" : "search:list.after"),
            value,
          }))}
        />
      </div>
      <Find q={q} target={target} targets={targets} />
      {rows.length === 0 ? <EmptyState title={t("search:lexicon.empty")} /> : <LexiconTable rows={rows} />}
      <Pager
        label={t("search:lexicon.title")}
        first={after ? at({ q, target }) : null}
        next={next ? at({ q, target, after: next }) : null}
      />
      <Section title={t("search:lexicon.add")} id="add">
        <div className="measure">
          <LexiconForm answer={answer} targets={targets} />
        </div>
      </Section>
    </>
  );
}

function Find({ q, target, targets }: Asked & { targets: OptionGroup[] }) {
  const t = useTranslate();
  return (
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
  );
}
