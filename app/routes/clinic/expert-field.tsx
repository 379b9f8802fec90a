/**
 * The field kit of one case. The page itself holds nothing of the case, so that a kept copy tells nobody anything: the kit's
 * own script (app/field-kit) brings it from the device. Without that script the ordinary pages are one link away.
 */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { diagnosisFor } from "~/domain/clinic/moves.server";
import { fieldWords } from "~/http/field-device.server";
import { found, requireExpert } from "~/http/guards.server";
import { localeOf } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "field:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { id } = found(await diagnosisFor(store().db, expert, params.id ?? ""));
  return { id, userId: expert.userId, words: fieldWords(await localeOf(request)) };
}

export default function ExpertField() {
  const t = useTranslate();
  const { id, userId, words } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("field:title")} up={{ to: paths.expert.diagnosis(id), label: t("clinic:up.case") }} />
      <div id="field-kit" data-user={userId} data-case={id}>
        <p className="measure mb-4">{t("field:without_script")}</p>
        <ul className="flex flex-col gap-2">
          <li>
            <a href={paths.expert.assessment(id)} className="btn min-h-12 w-full justify-start">
              {t("field:ordinary.assessment")}
            </a>
          </li>
          <li>
            <a href={paths.expert.report(id)} className="btn min-h-12 w-full justify-start">
              {t("field:ordinary.report")}
            </a>
          </li>
        </ul>
      </div>
      <script
        type="application/json"
        id="field-words"
        // Sentences of our own files; "<" could end the element.
        dangerouslySetInnerHTML={{ __html: JSON.stringify(words).replaceAll("<", "\\u003c") }}
      />
      <script type="module" src="/expert/field/kit.js" />
    </>
  );
}
