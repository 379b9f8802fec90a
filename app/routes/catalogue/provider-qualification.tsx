/** One qualification of the own organisation: what it asks for, what was said and shown, what the park answered. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { qualificationCriteria, type QualificationCriterion } from "#db/vocabulary/catalogue";
import { FileLink } from "~/components/catalogue/file-link";
import { QualificationBadge } from "~/components/catalogue/qualification-badge";
import { Button } from "~/components/kit/button";
import { Checkbox } from "~/components/kit/choices";
import { TextArea, TextField } from "~/components/kit/fields";
import { FileField } from "~/components/kit/file-field";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { daysLeft } from "~/domain/catalogue/qualification-expiry";
import { QualificationForm } from "~/domain/catalogue/qualification-form";
import { criterionRules, isWithPark } from "~/domain/catalogue/qualification-status";
import { qualificationsOf, saveQualification } from "~/domain/catalogue/qualifications.server";
import { isProviderClosed } from "~/domain/catalogue/provider-status";
import { ownProvider } from "~/domain/catalogue/providers.server";
import { redirectWith } from "~/http/flash.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { orDropped, readUploadForm, takeIn } from "~/http/upload.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { translateFor } from "~/http/locale.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const criterion = criterionIn(params.criterion);
  const { provider } = found(await ownProvider(store().db, member));
  const own = (await qualificationsOf(store().db, member.organisationId)).find((each) => each.criterion === criterion);
  const { t } = await translateFor(request);
  return {
    criterion,
    own: own ?? null,
    days: daysLeft(own?.validUntil ?? null, Date.now()),
    isClosed: isProviderClosed(provider.status),
    isWithPark: isWithPark(provider),
    pageTitle: t(`onboarding:criterion.${criterion}`),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const criterion = criterionIn(params.criterion);
  const form = await readUploadForm(request, QualificationForm);
  if (!form.ok) return form.reply;
  const taken = form.upload && (await takeIn(form.upload, ["picture", "pdf"]));
  if (taken && !taken.ok) return form.refuseFile(taken.reason);
  const change = { form: form.value, file: taken?.value ?? null };
  const outcome = await orDropped(
    change.file,
    store().write((tx) => saveQualification(tx, member, criterion, change)),
  );
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `onboarding:refused.${outcome.reason}` });
  return redirectWith(paths.providerDesk.onboarding(), `onboarding:qualification.${outcome.value.now}`);
}

function criterionIn(param: string | undefined): QualificationCriterion {
  return found(qualificationCriteria.find((criterion) => criterion === param));
}

export default function ProviderQualification() {
  const t = useTranslate();
  const { criterion, own, days, isClosed } = useLoaderData<typeof loader>();
  return (
    <div className="measure">
      <PageHeader
        title={t(`onboarding:criterion.${criterion}`)}
        lead={t(`onboarding:asks.${criterion}`)}
        badge={<QualificationBadge status={own?.status ?? null} days={days} />}
        up={{ to: paths.providerDesk.onboarding(), label: t("onboarding:title") }}
      />
      <Standing />
      {isClosed ? <Note tone="urgent">{t("onboarding:refused.closed")}</Note> : <Fields />}
    </div>
  );
}

/** What the park said, and what a change now would mean. */
function Standing() {
  const t = useTranslate();
  const locale = useLocale();
  const { own, days } = useLoaderData<typeof loader>();
  if (!own) return null;
  const isAnswered = own.status === "returned" || (own.status === "draft" && own.decisionText !== "");
  const isEnding = own.status === "passed" && own.validUntil !== null && days !== null && days <= 60;
  return (
    <div className="mb-6 grid gap-3">
      {isAnswered ? (
        <Note tone="urgent">
          <p className="font-semibold">{t("onboarding:qualification.returned")}</p>
          <blockquote className="my-2 border-s-4 border-error ps-3 whitespace-pre-line">
            {own.reason ? <strong className="block">{t(`moderation:reason.${own.reason}`)}</strong> : null}
            {own.decisionText}
          </blockquote>
        </Note>
      ) : null}
      {own.status === "passed" ? <Note tone="done">{t("onboarding:qualification.passed")}</Note> : null}
      {isEnding ? (
        <Note tone="waiting">
          {t(days < 0 ? "onboarding:qualification.expired" : "onboarding:qualification.expires", {
            date: formatDate(locale, own.validUntil ?? ""),
            days,
          })}
        </Note>
      ) : null}
    </div>
  );
}

function Fields() {
  const t = useTranslate();
  const locale = useLocale();
  const { criterion, own, isWithPark: isSent } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<QualificationForm & { file: string }>({
    id: "qualification",
    answer: useActionData<typeof action>(),
    defaults: { statement: own?.statement, validUntil: own?.validUntil },
  });
  const labels = {
    statement: t("onboarding:qualification.statement"),
    file: t("onboarding:qualification.file"),
    validUntil: t("onboarding:qualification.valid_until"),
  };
  const { needsFile } = criterionRules[criterion];
  return (
    <PostForm form={form} upload>
      <ErrorSummary form={form} labels={labels} />
      {form.errors?.includes("onboarding:refused.stale") && own ? (
        <Note tone="waiting">
          <p className="font-semibold">{t("onboarding:qualification.theirs")}</p>
          <p className="whitespace-pre-line">{own.statement || t("common:none")}</p>
          {own.validUntil ? <p>{`${labels.validUntil} ${formatDate(locale, own.validUntil)}`}</p> : null}
        </Note>
      ) : null}
      <input type="hidden" name="seenEdit" value={own?.edit ?? 0} />
      <TextArea
        field={fields.statement}
        label={labels.statement}
        hint={t(`onboarding:statement_hint.${criterion}`)}
        rows={6}
      />
      {own?.fileId ? (
        <div>
          <p className="font-semibold">{t("onboarding:qualification.file_now")}</p>
          <FileLink
            id={own.fileId}
            name={own.fileName ?? ""}
            bytes={own.fileBytes ?? 0}
            isHeld={own.fileHeldSince !== null}
          />
        </div>
      ) : null}
      <FileField
        field={fields.file}
        label={own?.fileId ? t("onboarding:qualification.file_other") : labels.file}
        hint={t("media:takes.paper")}
        accept="image/png,image/jpeg,image/webp,application/pdf"
        optional={needsFile && !own?.fileId ? null : t("form:optional")}
      />
      {own?.fileId && !needsFile ? (
        <Checkbox field={fields.dropFile} label={t("onboarding:qualification.drop_file")} />
      ) : null}
      <TextField
        field={fields.validUntil}
        label={labels.validUntil}
        hint={t("onboarding:qualification.valid_until.hint")}
        type="date"
        width="short"
        optional
      />
      <div>
        <Button>{t(isSent ? "onboarding:qualification.send" : "common:save")}</Button>
      </div>
    </PostForm>
  );
}
