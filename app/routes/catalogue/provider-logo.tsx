/** The mark of the own organisation on its public page. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Logo } from "~/components/catalogue/logo";
import { Button } from "~/components/kit/button";
import { FileField } from "~/components/kit/file-field";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { changeLogo, logoOf } from "~/domain/catalogue/provider-logo.server";
import { redirectWith } from "~/http/flash.server";
import { notFound, requireProvider } from "~/http/guards.server";
import { orDropped, readUploadForm, takeIn } from "~/http/upload.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "media:logo.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  return { logo: await logoOf(store().db, member.organisationId), organisation: member.organisationName };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const form = await readUploadForm(request, z.object({}));
  if (!form.ok) return form.reply;
  const isRemoval = form.intent === "remove";
  if (!isRemoval && !form.upload) return form.refuseFile("none_chosen");
  const taken = isRemoval || !form.upload ? null : await takeIn(form.upload, ["picture"]);
  if (taken && !taken.ok) return form.refuseFile(taken.reason);
  const file = taken?.value ?? null;
  const outcome = await orDropped(
    file,
    store().write((tx) => changeLogo(tx, member, file)),
  );
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: "onboarding:refused.closed" });
  return redirectWith(paths.providerDesk.logo(), isRemoval ? "media:logo.removed" : "media:logo.saved");
}

export default function ProviderLogo() {
  const t = useTranslate();
  const { logo, organisation } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<{ file: string }>({ id: "logo", answer: useActionData<typeof action>() });
  return (
    <div className="measure">
      <PageHeader
        title={t("media:logo.title")}
        lead={t("media:logo.lead")}
        up={{ to: paths.providerDesk.profile(), label: t("catalogue:profile.title") }}
      />
      <div className="mb-6 grid gap-3">
        {logo && !logo.isHeld ? <Logo logo={logo} name={organisation} /> : null}
        {logo?.isHeld ? <Note tone="waiting">{t("media:held")}</Note> : null}
        {logo ? null : <p className="muted">{t("media:logo.none")}</p>}
      </div>
      <PostForm form={form} upload>
        <ErrorSummary form={form} labels={{ file: t("media:logo.file") }} />
        <FileField
          field={fields.file}
          label={t("media:logo.file")}
          hint={t("media:takes.picture")}
          accept="image/png,image/jpeg,image/webp"
        />
        <div className="flex flex-wrap gap-3">
          <Button intent="save">{t("media:logo.save")}</Button>
          {logo ? (
            <Button intent="remove" tone="danger">
              {t("media:logo.remove")}
            </Button>
          ) : null}
        </div>
      </PostForm>
    </div>
  );
}
