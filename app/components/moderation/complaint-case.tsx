import { Button, LinkButton } from "~/components/kit/button";
import { Checkbox, RadioGroup } from "~/components/kit/choices";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, RefusalNote, useFormOf } from "~/components/kit/form";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import type { ComplaintAnswerForm } from "~/domain/moderation/complaint-form";
import type { complaintForStaff } from "~/domain/moderation/complaint-pages.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Standing } from "./complaint-desk";
import { ComplaintStatusBadge } from "./complaint-status-badge";
import { deskPaths, type DeskAudience } from "./desk-paths";

export type StaffComplaint = NonNullable<Awaited<ReturnType<typeof complaintForStaff>>> & {
  open: ("upheld" | "dismissed")[];
};

type Props = { found: StaffComplaint; audience: DeskAudience; answer: unknown };

/** A complaint as staff read it: what, from whom, the provider's side; and the answer both sides will read. */
export function ComplaintCase({ found, audience, answer }: Props) {
  const t = useTranslate();
  const { open } = found;
  return (
    <>
      <PageHeader
        title={t("complaints:page.title", { title: found.title })}
        up={{ to: deskPaths[audience].complaints(), label: t("complaints:desk.title") }}
        badge={<ComplaintStatusBadge status={found.status} />}
        actions={<SubjectLinks found={found} audience={audience} />}
      />
      {open.length === 0 ? <RefusalNote answer={answer} /> : null}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <ComplaintFacts found={found} />
          <ProviderSide said={found.providerAnswer} at={found.providerAnsweredAt} />
        </div>
        <aside className="min-w-0 lg:border-s lg:border-base-300 lg:ps-6">
          {open.length > 0 ? (
            <Section id="answer" title={t("complaints:answer.title")}>
              <AnswerForm found={found} answer={answer} />
            </Section>
          ) : (
            <Answered found={found} />
          )}
        </aside>
      </div>
    </>
  );
}

function SubjectLinks({ found, audience }: { found: StaffComplaint; audience: DeskAudience }) {
  const t = useTranslate();
  const { subjectKind, subjectId, slug, isPublic } = found;
  const shown = slug && (subjectKind === "provider" ? paths.provider(slug) : paths.solution(slug));
  return (
    <>
      <LinkButton to={deskPaths[audience][subjectKind](subjectId)}>{t("complaints:page.case")}</LinkButton>
      {isPublic && shown ? <LinkButton to={shown}>{t("complaints:page.public")}</LinkButton> : null}
    </>
  );
}

function ComplaintFacts({ found }: { found: StaffComplaint }) {
  const t = useTranslate();
  const locale = useLocale();
  const from = found.byOrganisation ? `${found.by} · ${found.byOrganisation}` : found.by;
  return (
    <Section id="complaint" title={t("complaints:page.facts")}>
      <Facts
        facts={[
          { label: t("complaints:form.ground"), value: t(`complaints:ground.${found.ground}`) },
          { label: t("complaints:form.text"), value: found.text },
          { label: t("complaints:page.provider"), value: found.providerName },
          { label: t("complaints:page.filed"), value: formatDateTime(locale, found.createdAt) },
          { label: t("complaints:desk.age"), value: <Standing line={found} /> },
          {
            label: t("complaints:page.by"),
            value: (
              <>
                {from}
                <span className="muted block text-sm">{t("complaints:page.by_hidden")}</span>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** What the provider says to it, for whoever may read it. */
export function ProviderSide({ said, at }: { said: string; at: number | null }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Section id="said" title={t("complaints:page.said")}>
      {at === null ? (
        <p className="muted">{t("complaints:page.said.none")}</p>
      ) : (
        <>
          <p className="measure break-words whitespace-pre-line">{said}</p>
          <p className="muted mt-1 text-sm">{formatDateTime(locale, at)}</p>
        </>
      )}
    </Section>
  );
}

function Answered({ found: { answer, decidedBy, decidedAt } }: { found: StaffComplaint }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Section id="answer" title={t("complaints:page.answer")}>
      <p className="break-words whitespace-pre-line">{answer}</p>
      <p className="muted mt-1 text-sm">
        {t("complaints:page.answered_by", {
          name: decidedBy ?? t("common:unknown"),
          date: decidedAt ? formatDateTime(locale, decidedAt) : t("common:unknown"),
        })}
      </p>
    </Section>
  );
}

function AnswerForm({ found, answer }: { found: StaffComplaint; answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<ComplaintAnswerForm>({ id: "complaint-answer", answer });
  const suspend = t(`complaints:answer.suspend.${found.subjectKind}`);
  const labels = { status: t("complaints:answer.status"), text: t("complaints:answer.text"), suspend };
  const options = found.open.map((value) => ({
    value,
    label: t(`complaints:answer.option.${value}`),
    hint: t(`complaints:answer.hint.${value}`),
  }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="edit" value={found.edit} />
      <RadioGroup field={fields.status} label={labels.status} options={options} />
      <TextArea
        field={fields.text}
        label={labels.text}
        hint={t("complaints:answer.text.hint")}
        rows={5}
        maxLength={2000}
      />
      {found.isPublic ? (
        <Checkbox field={fields.suspend} label={suspend} hint={t("complaints:answer.suspend.hint")} />
      ) : null}
      <div>
        <Button>{t("complaints:answer.submit")}</Button>
      </div>
    </PostForm>
  );
}
