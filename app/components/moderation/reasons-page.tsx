import { moderationReasons, type ModerationReason } from "#db/vocabulary/moderation";
import { Button } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import type { CannedReasonForm } from "~/domain/moderation/canned-form";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import { useTranslate } from "~/i18n/use-translate";
import { DeskTabs } from "./desk-tabs";

type Reason = {
  id: string;
  reason: ModerationReason;
  textZh: string;
  textEn: string;
  isActive: boolean;
  updatedAt: number;
};
type Props = { tabs: TabCounts; reasons: readonly Reason[]; answer: unknown };

/** The sentences under their reasons, each to be changed or switched off, and a form for a new one. */
export function ReasonsPage({ tabs, reasons, answer }: Props) {
  const t = useTranslate();
  const groups = moderationReasons.flatMap((reason) => {
    const own = reasons.filter((each) => each.reason === reason);
    return own.length > 0 ? [{ reason, own }] : [];
  });
  return (
    <>
      <PageHeader title={t("moderation:reasons.title")} lead={t("moderation:reasons.lead")} />
      <DeskTabs audience="province" here="reasons" tabs={tabs} />
      {groups.map(({ reason, own }) => (
        <Section key={reason} id={reason} title={t(`moderation:reason.${reason}`)}>
          <ul className="flex flex-col gap-3">
            {own.map((each) => (
              <li key={each.id} className="panel">
                <OneReason one={each} answer={idIn(answer) === each.id ? answer : undefined} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Section id="add" title={t("moderation:reasons.add")}>
        <div className="measure">
          <SentenceForm id="reason-add" answer={idIn(answer) === null ? answer : undefined} />
        </div>
      </Section>
    </>
  );
}

function OneReason({ one, answer }: { one: Reason; answer: unknown }) {
  const t = useTranslate();
  const isRefused = answer !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="measure min-w-0 flex-1 basis-72">
          <p className={one.isActive ? "" : "muted line-through"}>{one.textZh}</p>
          {one.textEn ? (
            <p lang="en" className="muted text-sm">
              {one.textEn}
            </p>
          ) : null}
          {one.isActive ? null : <StatusBadge tone="quiet">{t("moderation:reasons.is_off")}</StatusBadge>}
        </div>
        <form method="post">
          <input type="hidden" name="id" value={one.id} />
          <Button tone="plain" small intent={one.isActive ? "off" : "on"}>
            {t(one.isActive ? "moderation:reasons.off" : "moderation:reasons.on")}
            <span className="sr-only">{one.textZh}</span>
          </Button>
        </form>
      </div>
      <details open={isRefused} className="mt-2">
        <summary className="min-h-9 cursor-pointer py-1.5 text-sm font-semibold text-primary">
          {t("moderation:reasons.edit")}
          <span className="sr-only">{one.textZh}</span>
        </summary>
        <div className="measure mt-2">
          {isRefused ? <p className="mb-3">{t("moderation:reasons.now", { text: one.textZh })}</p> : null}
          <SentenceForm id={`reason-${one.id}`} one={one} answer={answer} />
        </div>
      </details>
    </>
  );
}

function SentenceForm({ id, one, answer }: { id: string; one?: Reason; answer: unknown }) {
  const t = useTranslate();
  const defaults = one ? { reason: one.reason, textZh: one.textZh, textEn: one.textEn } : {};
  const [form, fields] = useFormOf<CannedReasonForm>({ id, answer, defaults });
  const labels = {
    reason: t("moderation:reasons.reason"),
    textZh: t("moderation:reasons.text_zh"),
    textEn: t("moderation:reasons.text_en"),
  };
  const reasons = moderationReasons.map((value) => ({ value, label: t(`moderation:reason.${value}`) }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      {one ? <input type="hidden" name="id" value={one.id} /> : null}
      {one ? <input type="hidden" name="seen" value={one.updatedAt} /> : null}
      <SelectField field={fields.reason} label={labels.reason} options={reasons} width="short" />
      <TextArea field={fields.textZh} label={labels.textZh} rows={3} maxLength={400} />
      <TextArea
        field={fields.textEn}
        label={labels.textEn}
        hint={t("moderation:reasons.text_en.hint")}
        rows={3}
        maxLength={400}
        optional
      />
      <div>
        <Button intent={one ? "change" : "add"}>
          {t(one ? "moderation:reasons.save" : "moderation:reasons.add.submit")}
        </Button>
      </div>
    </PostForm>
  );
}

/** Which sentence an answer is about; null: the new one. */
function idIn(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("initialValue" in answer)) return null;
  const { initialValue } = answer;
  const id: unknown =
    typeof initialValue === "object" && initialValue !== null ? Reflect.get(initialValue, "id") : null;
  return typeof id === "string" ? id : null;
}
