/** The newest version of an own solution as readers will see it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FactsLegend, FourFacts } from "~/components/catalogue/four-facts";
import { SolutionContentView } from "~/components/catalogue/solution-content";
import { SolutionMedia } from "~/components/catalogue/solution-media";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { previewCard } from "~/domain/catalogue/preview-card";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { shownFiles } from "~/domain/catalogue/version-files.server";
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
  const reference = await referenceOf(store().db);
  return {
    id: own.solution.id,
    version: own.version,
    card: previewCard(own.version, own.solution, reference),
    names: namedCodes(reference, own.version),
    files: await shownFiles(store().db, own.version.id),
    pageTitle: t("catalogue:preview.title", { title: own.version.title }),
  };
}

export default function Preview() {
  const t = useTranslate();
  const { id, version, card, names, files } = useLoaderData<typeof loader>();
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
      <div className="panel">
        <FourFacts card={card} large />
      </div>
      <div className="mt-2 mb-8">
        <FactsLegend />
      </div>
      <SolutionContentView content={version} names={names} card={card} acceptedIndustries={[]} />
      <SolutionMedia files={files} />
    </>
  );
}
