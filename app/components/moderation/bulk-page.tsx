import { CircleAlert, CircleCheck } from "lucide-react";
import { moderationReasons } from "#db/vocabulary/moderation";
import { Button, LinkButton } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { BulkReturn } from "~/domain/moderation/bulk-form";
import type { BulkLine, BulkObstacle, BulkResult } from "~/domain/moderation/bulk.server";
import type { Canned } from "~/domain/moderation/canned-reasons.server";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import { useTranslate } from "~/i18n/use-translate";
import { CannedSentences, WithCanned } from "./canned-sentences";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { DeskTabs } from "./desk-tabs";

type Props = {
  audience: DeskAudience;
  tabs: TabCounts;
  lines: readonly BulkLine[];
  canned: readonly Canned[];
  answer: unknown;
};

/** Several items at once: first what would happen to each, then two buttons that do only what can be done. */
export function BulkPage({ audience, tabs, lines, canned, answer }: Props) {
  const t = useTranslate();
  const results = resultsIn(answer);
  const desk = deskPaths[audience].desk();
  const approvable = lines.filter(({ approve }) => approve === null).map(({ word }) => word);
  const returnable = lines.filter(({ giveBack }) => giveBack === null).map(({ word }) => word);
  return (
    <WithCanned canned={canned}>
      <PageHeader
        title={t("moderation:bulk.title")}
        lead={results ? undefined : t("moderation:bulk.lead")}
        up={{ to: desk, label: t("moderation:title") }}
      />
      <DeskTabs audience={audience} here="waiting" tabs={tabs} />
      {results ? <Results {...results} desk={desk} /> : null}
      {!results && lines.length === 0 ? (
        <EmptyState title={t("moderation:bulk.none")}>
          <p>{t("moderation:bulk.none.text")}</p>
          <LinkButton to={desk}>{t("moderation:place.back")}</LinkButton>
        </EmptyState>
      ) : null}
      {!results && lines.length > 0 ? (
        <>
          <Preview lines={lines} />
          <Section id="approve" title={t("moderation:bulk.approve.title", { count: approvable.length })}>
            {approvable.length > 0 ? <Approve words={approvable} /> : <p>{t("moderation:bulk.approve.none")}</p>}
          </Section>
          <Section id="return" title={t("moderation:bulk.return.title", { count: returnable.length })}>
            {returnable.length > 0 ? (
              <GiveBack words={returnable} answer={answer} />
            ) : (
              <p>{t("moderation:bulk.return.none")}</p>
            )}
          </Section>
        </>
      ) : null}
    </WithCanned>
  );
}

function Preview({ lines }: { lines: readonly BulkLine[] }) {
  const t = useTranslate();
  return (
    <Table
      caption={t("moderation:bulk.title")}
      rows={lines}
      keyOf={({ word }) => word}
      columns={[
        {
          head: t("moderation:bulk.what"),
          cell: ({ item }) => (
            <span className="block min-w-40">
              {item ? item.title : t("moderation:bulk.unnamed")}
              {item ? <span className="muted block text-sm">{t(`moderation:queue.kind.${item.kind}`)}</span> : null}
            </span>
          ),
        },
        { head: t("moderation:bulk.approve"), cell: (line) => <Verdict barrier={line.approve} line={line} /> },
        { head: t("moderation:bulk.return"), cell: (line) => <Verdict barrier={line.giveBack} line={line} /> },
      ]}
    />
  );
}

function Verdict({ barrier, line }: { barrier: BulkObstacle | null; line: BulkLine }) {
  const t = useTranslate();
  const Icon = barrier ? CircleAlert : CircleCheck;
  return (
    <span className="flex min-w-36 items-start gap-1.5">
      <Icon aria-hidden size={18} className={`mt-0.5 shrink-0 ${barrier ? "text-error" : "text-primary"}`} />
      {barrier ? t(`moderation:bulk.cannot.${barrier}`, { count: line.item?.warnings ?? 0 }) : t("moderation:bulk.can")}
    </span>
  );
}

function Items({ words }: { words: readonly string[] }) {
  return words.map((word) => <input key={word} type="hidden" name="items" value={word} />);
}

function Approve({ words }: { words: readonly string[] }) {
  const t = useTranslate();
  return (
    <PostForm form={{ id: "bulk-approve" }}>
      <Items words={words} />
      <div>
        <Button intent="approve">{t("moderation:bulk.approve.submit", { count: words.length })}</Button>
      </div>
    </PostForm>
  );
}

function GiveBack({ words, answer }: { words: readonly string[]; answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<BulkReturn>({ id: "bulk-return", answer });
  const labels = { reason: t("moderation:decide.reason"), text: t("moderation:decide.text") };
  const reasons = moderationReasons.map((value) => ({ value, label: t(`moderation:reason.${value}`) }));
  return (
    <div className="measure">
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <Items words={words} />
        <SelectField field={fields.reason} label={labels.reason} options={reasons} />
        <CannedSentences />
        <TextArea field={fields.text} label={labels.text} hint={t("moderation:decide.text.hint")} maxLength={2000} />
        <div>
          <Button intent="return" tone="plain">
            {t("moderation:bulk.return.submit", { count: words.length })}
          </Button>
        </div>
      </PostForm>
    </div>
  );
}

function Results({ results, count, desk }: { results: readonly BulkResult[]; count: number; desk: string }) {
  const t = useTranslate();
  return (
    <Section id="results" title={t("moderation:bulk.results")} lead={t("moderation:bulk.results.some", { count })}>
      <ul role="status" className="mb-5 flex flex-col divide-y divide-base-300 rounded-box border border-base-300">
        {results.map(({ word, title, result }) => {
          const Icon = result === "done" ? CircleCheck : CircleAlert;
          const tone = result === "done" ? "text-primary" : "text-error";
          return (
            <li key={word} className="flex flex-wrap items-start gap-x-3 gap-y-1 p-4">
              <Icon aria-hidden size={20} className={`mt-1 shrink-0 ${tone}`} />
              <strong>{title ?? t("moderation:bulk.unnamed")}</strong>
              <span>{t(`moderation:bulk.result.${result}`)}</span>
            </li>
          );
        })}
      </ul>
      <LinkButton to={desk} tone="primary">
        {t("moderation:place.back")}
      </LinkButton>
    </Section>
  );
}

/** What became of each when not all could be done. */
function resultsIn(answer: unknown): { results: BulkResult[]; count: number } | null {
  return isResults(answer) ? answer : null;
}

function isResults(answer: unknown): answer is { results: BulkResult[]; count: number } {
  return typeof answer === "object" && answer !== null && "results" in answer && "count" in answer;
}
