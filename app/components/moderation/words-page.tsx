import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { RiskyWordForm } from "~/domain/moderation/canned-form";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import { LONGEST_WORD } from "~/domain/moderation/risky-words";
import { useTranslate } from "~/i18n/use-translate";
import { DeskTabs } from "./desk-tabs";

type Word = { word: string; note: string; isActive: boolean };
type Props = { tabs: TabCounts; words: readonly Word[]; answer: unknown };

/** The list of risky words with a button each, and a form for a new one. */
export function WordsPage({ tabs, words, answer }: Props) {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("moderation:words.title")} lead={t("moderation:words.lead")} />
      <DeskTabs audience="province" here="words" tabs={tabs} />
      <Section id="add" title={t("moderation:words.add")}>
        <div className="measure">
          <AddWord answer={answer} />
        </div>
      </Section>
      <Section id="words" title={t("moderation:words.title")}>
        <Table
          caption={t("moderation:words.title")}
          rows={words}
          keyOf={({ word }) => word}
          columns={[
            {
              head: t("moderation:words.word"),
              cell: ({ word, isActive }) => <span className={isActive ? "font-semibold" : "line-through"}>{word}</span>,
            },
            {
              head: t("moderation:words.note"),
              cell: ({ note }) => <span className="block min-w-40">{note || t("common:none")}</span>,
            },
            {
              head: t("moderation:words.state"),
              cell: ({ isActive }) => (
                <StatusBadge tone={isActive ? "active" : "quiet"}>
                  {t(isActive ? "moderation:words.active" : "moderation:words.struck")}
                </StatusBadge>
              ),
            },
            { head: t("moderation:words.change"), cell: (row) => <Switch {...row} /> },
          ]}
        />
      </Section>
    </>
  );
}

function AddWord({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<RiskyWordForm>({ id: "risky-word", answer });
  const labels = { word: t("moderation:words.word"), note: t("moderation:words.note") };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <TextField
        field={fields.word}
        label={labels.word}
        hint={t("moderation:words.word.hint")}
        maxLength={LONGEST_WORD}
      />
      <TextField field={fields.note} label={labels.note} maxLength={120} optional />
      <div>
        <Button intent="add">{t("moderation:words.add.submit")}</Button>
      </div>
    </PostForm>
  );
}

function Switch({ word, note, isActive }: Word) {
  const t = useTranslate();
  return (
    // relative: what only screen readers see would otherwise widen the page beside the scrolling table.
    <form method="post" className="relative">
      <input type="hidden" name="word" value={word} />
      <input type="hidden" name="note" value={note} />
      <Button tone="plain" small intent={isActive ? "strike" : "add"}>
        {t(isActive ? "moderation:words.strike" : "moderation:words.restore")}
        <span className="sr-only">{word}</span>
      </Button>
    </form>
  );
}
