/** The newest version of an own solution as readers will see it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { VersionContent } from "~/components/catalogue/version-content";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { found, requireProvider } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const own = found(await ownSolution(store().db, member, params.id ?? ""));
  const { t } = await translateFor(request);
  return {
    id: own.solution.id,
    version: own.version,
    names: namedCodes(await referenceOf(store().db), own.version),
    pageTitle: t("catalogue:preview.title", { title: own.version.title }),
  };
}

export default function Preview() {
  const t = useTranslate();
  const { id, version, names } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="mb-6">
        <Note>{t("catalogue:preview.note", { number: version.number })}</Note>
      </div>
      <PageHeader
        title={version.title}
        lead={version.summary}
        up={{ to: paths.providerDesk.solution(id), label: t("catalogue:preview.back") }}
      />
      <VersionContent content={version} names={names} />
    </>
  );
}
