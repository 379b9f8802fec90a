import { Link } from "@remix-run/react";
import { complaintGrounds, type ModerationSubject } from "#db/vocabulary/moderation";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { ComplaintForm as Shape } from "~/domain/moderation/complaint-form";
import { COMPLAINT_DAYS } from "~/domain/moderation/promise-days";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = {
  kind: ModerationSubject;
  /** The name of what it is about, and its page. */
  title: string;
  to: string;
  /** It is the reader's own, or a complaint of theirs about it has no answer yet: one sent would be refused. */
  instead: "own" | "waiting" | null;
  answer: unknown;
};

/** A complaint about a listing or a provider: what is wrong, and in words. */
export function ComplaintForm({ kind, title, to, instead, answer }: Props) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({ id: "complaint", answer });
  const labels = { ground: t("complaints:form.ground"), text: t("complaints:form.text") };
  const { account, providerDesk } = paths;
  const told = {
    own: {
      says: `complaints:form.own.${kind}`,
      to: kind === "solution" ? providerDesk.solutions() : providerDesk.profile(),
      link: `complaints:form.own.link.${kind}`,
    },
    waiting: { says: "complaints:form.waiting", to: account.complaints(), link: "complaints:own.title" },
  } as const;
  const grounds = complaintGrounds.map((value) => ({ value, label: t(`complaints:ground.${value}`) }));
  return (
    <>
      <PageHeader
        title={t(`complaints:form.title.${kind}`)}
        up={{ to, label: title }}
        lead={instead === "own" ? undefined : t("complaints:form.lead", { days: COMPLAINT_DAYS })}
      />
      <div className="measure">
        <p className="mb-5 font-semibold">{t("complaints:form.about", { title })}</p>
        {instead !== null && !answer ? (
          <Note>
            {t(told[instead].says)}{" "}
            <Link to={told[instead].to} className="link">
              {t(told[instead].link)}
            </Link>
          </Note>
        ) : (
          <PostForm form={form}>
            <ErrorSummary form={form} labels={labels} />
            <RadioGroup field={fields.ground} label={labels.ground} options={grounds} columns={2} />
            <TextArea field={fields.text} label={labels.text} hint={t("complaints:form.text.hint")} rows={6} />
            <div>
              <Button>{t("complaints:form.submit")}</Button>
            </div>
          </PostForm>
        )}
      </div>
    </>
  );
}
