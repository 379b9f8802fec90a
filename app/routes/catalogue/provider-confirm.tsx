/** A provider confirms in one go that its published solutions are still true. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmForm, FreshnessRow } from "~/components/catalogue/freshness";
import { RefusalNote } from "~/components/kit/form";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ownFreshness, renewSolutions } from "~/domain/catalogue/renewals.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { requireProvider } from "~/http/guards.server";
import { localPath } from "~/http/local-path";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "freshness:title" };

const MOST_AT_ONCE = 500;

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const all = await ownFreshness(store().db, member);
  return {
    due: all.filter(({ freshness }) => freshness !== "fresh"),
    confirmed: all.filter(({ freshness }) => freshness === "fresh"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const { form } = await readIntent(request);
  const ids = form.getAll("id").slice(0, MOST_AT_ONCE).map(String);
  if (ids.length === 0) return refusal("freshness:refused.none", 422);
  const { confirmed, refused } = await store().write((tx) => renewSolutions(tx, member, ids));
  if (confirmed === 0) return refusal("freshness:refused.all");
  const back = form.has("to") ? localPath(form.get("to")) : paths.providerDesk.confirm();
  if (refused > 0) return redirectWith(back, "freshness:done_some", { count: confirmed, refused });
  return redirectWith(back, "freshness:done", { count: confirmed });
}

export default function ProviderConfirm() {
  const t = useTranslate();
  const { due, confirmed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("freshness:title")}
        lead={t("freshness:lead")}
        up={{ to: paths.providerDesk.solutions(), label: t("catalogue:mine.title") }}
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      {due.length === 0 ? (
        <EmptyState title={t(confirmed.length === 0 ? "freshness:none" : "freshness:none.due")} />
      ) : (
        <ConfirmForm due={due} />
      )}
      {confirmed.length > 0 ? (
        <Section id="confirmed" title={t("freshness:all.title")}>
          <ul className="border-t border-base-300">
            {confirmed.map((each) => (
              <li key={each.id} className="border-b border-base-300 py-3">
                <FreshnessRow {...each} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
