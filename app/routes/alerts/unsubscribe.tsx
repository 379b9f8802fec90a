/** Out of the digests without signing in: the link of a letter asks, its button, or a mail program's one click, does it. */
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { unsubscribe, userOfToken } from "~/domain/alerts/unsubscribe.server";
import { readIntent } from "~/http/form.server";
import { found } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "alerts:unsubscribe.title" };

/** A link that a mail program cut is not there, but its reader is told the other way out. */
export async function loader({ params }: LoaderFunctionArgs) {
  const isKnown = (await userOfToken(store().db, params.token ?? "")) !== null;
  return json({ isKnown }, { status: isKnown ? 200 : 404 });
}

/** Answers the page itself: RFC 8058 has mail programs not follow a redirect. */
export async function action({ request, params }: ActionFunctionArgs) {
  const userId = found(await userOfToken(store().db, params.token ?? ""));
  await readIntent(request);
  await store().write((tx) => unsubscribe(tx, userId));
  return { isDone: true };
}

export default function Unsubscribe() {
  const t = useTranslate();
  const { isKnown } = useLoaderData<typeof loader>();
  const isDone = useActionData<typeof action>()?.isDone === true;
  if (!isKnown) {
    return (
      <div className="measure">
        <PageHeader title={t("alerts:unsubscribe.title")} lead={t("alerts:unsubscribe.unknown")} />
        <LinkButton to={paths.account.alerts()}>{t("alerts:title")}</LinkButton>
      </div>
    );
  }
  return (
    <div className="measure">
      <PageHeader title={t("alerts:unsubscribe.title")} lead={isDone ? undefined : t("alerts:unsubscribe.text")} />
      {isDone ? (
        <div className="grid gap-4">
          <Note tone="done">
            <p role="status">{t("alerts:unsubscribe.done")}</p>
          </Note>
          <p>{t("alerts:unsubscribe.again")}</p>
          <div>
            <LinkButton to={paths.account.alerts()}>{t("alerts:title")}</LinkButton>
          </div>
        </div>
      ) : (
        <form method="post">
          <Button>{t("alerts:unsubscribe.submit")}</Button>
        </form>
      )}
    </div>
  );
}
