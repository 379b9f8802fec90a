/** All versions of an own solution: who handed them in and when, what each changed, compared with the public one, restored. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PastVersions } from "~/components/catalogue/editor/past-versions";
import { VersionCompared } from "~/components/catalogue/editor/version-compared";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { isSolutionEditable } from "~/domain/catalogue/solution-status";
import { ownVersions, restoreVersion, type PastVersion } from "~/domain/catalogue/solution-versions.server";
import { versionDifference } from "~/domain/catalogue/version-difference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const own = found(await ownVersions(store().db, member, params.id ?? ""));
  const wanted = new URL(request.url).searchParams.get("version");
  const shown = own.versions.find(({ id }) => id === wanted) ?? null;
  const { t } = await translateFor(request);
  const title = own.versions[0]?.title ?? "";
  return {
    id: own.solution.id,
    title,
    liveId: own.live?.id ?? null,
    canRestore: isSolutionEditable(own.solution.status) && !own.hasDraft,
    hasDraft: own.hasDraft,
    versions: own.versions.map(({ id, number, status, createdAt, submittedAt, decidedAt, by, changed }) => ({
      ...{ id, number, status, createdAt, submittedAt, decidedAt, by, changed },
    })),
    compared: shown && (await compared(shown, own.live)),
    pageTitle: t("versions:page.title", { title }),
  };
}

/** The version beside the public one; alone when it is that, or when nothing is public. */
async function compared(shown: PastVersion, live: PastVersion | null) {
  const reference = await referenceOf(store().db);
  const beside = live && live.id !== shown.id ? live : null;
  return {
    version: shown,
    names: namedCodes(reference, shown),
    live: beside && { content: beside, names: namedCodes(reference, beside) },
    differences: beside ? versionDifference(beside, shown) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  const { intent, form } = await readIntent(request);
  if (intent !== "restore") throw notFound();
  const outcome = await store().write((tx) => restoreVersion(tx, member, id, String(form.get("versionId") ?? "")));
  if (outcome.ok) {
    return redirectWith(paths.providerDesk.solution(id), "versions:restore.done", { number: outcome.value.number });
  }
  if (outcome.reason === "not_found") throw notFound();
  return refusal(`versions:restore.refused.${outcome.reason}`);
}

export default function Versions() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("catalogue:versions")}
        lead={page.hasDraft ? t("versions:page.lead_draft") : t("versions:page.lead")}
        up={{ to: paths.providerDesk.solution(page.id), label: page.title }}
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      {page.compared ? <VersionCompared {...page.compared} canRestore={page.canRestore} /> : null}
      <PastVersions {...page} shownId={page.compared?.version.id ?? null} />
    </>
  );
}
