/** Asking to join an organisation, and answering those who ask. */
import type { AskForm } from "~/domain/identity/account-forms";
import { Button } from "~/components/kit/button";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Request = {
  id: string;
  name: string;
  email: string | null;
  mobile: string | null;
  message: string;
  createdAt: number;
};

/** For owners: who asks, and how to reach them before deciding. */
export function RequestsSection({ requests }: { requests: readonly Request[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (requests.length === 0) return null;
  return (
    <Section id="requests" title={t("onboarding:requests.title")} lead={t("onboarding:requests.lead")}>
      <ul className="grid gap-3">
        {requests.map(({ id, name, email, mobile, message, createdAt }) => (
          <li key={id} className="panel flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0">
              <p className="font-semibold">{name}</p>
              <p className="muted text-sm wrap-anywhere">
                {[email, mobile, formatDate(locale, createdAt)].filter(Boolean).join(" · ")}
              </p>
              {message ? <p className="mt-1 whitespace-pre-line">{message}</p> : null}
            </div>
            <form method="post" className="flex gap-2">
              <input type="hidden" name="id" value={id} />
              <Button small intent="accept_request">
                {t("onboarding:requests.accept")}
              </Button>
              <Button small tone="plain" intent="decline_request">
                {t("onboarding:requests.decline")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Own = { id: string; organisationName: string; createdAt: number };

/** For somebody without an organisation: what was asked, and asking. */
export function AskToJoin({ own, answer }: { own: readonly Own[]; answer: unknown }) {
  const t = useTranslate();
  const locale = useLocale();
  const [form, fields] = useFormOf<AskForm>({ id: "ask", answer });
  const labels = { creditCode: t("identity:register.credit_code"), message: t("onboarding:join.message") };
  return (
    <>
      {own.length > 0 ? (
        <Section id="asked" title={t("onboarding:asked.title")}>
          <ul className="grid gap-2">
            {own.map(({ id, organisationName, createdAt }) => (
              <li key={id} className="panel flex flex-wrap items-center justify-between gap-3">
                <span>
                  {t("onboarding:asked.since", { organisation: organisationName, date: formatDate(locale, createdAt) })}
                </span>
                <form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button small tone="plain" intent="take_back">
                    {t("onboarding:asked.take_back")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="join" title={t("onboarding:ask.title")} lead={t("onboarding:ask.lead")}>
        <div className="measure">
          <PostForm form={form}>
            <ErrorSummary form={form} labels={labels} />
            <TextField
              field={fields.creditCode}
              label={labels.creditCode}
              hint={t("identity:register.credit_code.hint")}
              autoComplete="off"
            />
            <TextArea
              field={fields.message}
              label={labels.message}
              hint={t("onboarding:join.message.hint")}
              rows={3}
              optional
            />
            <div>
              <Button intent="ask">{t("onboarding:ask.submit")}</Button>
            </div>
          </PostForm>
        </div>
      </Section>
    </>
  );
}
