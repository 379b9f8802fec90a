/** The dictionary of search before administrators: what people call scenarios, functions and industries. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { LexiconDesk } from "~/components/search/lexicon-desk";
import { requireAdministrator } from "~/http/guards.server";
import { answerLexicon, lexiconDesk } from "~/http/lexicon-desk.server";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "search:lexicon.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  return lexiconDesk(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerLexicon(request, await requireAdministrator(request), paths.admin.lexicon);
}

export default function Lexicon() {
  const answer = useActionData<typeof action>();
  return <LexiconDesk {...useLoaderData<typeof loader>()} answer={answer} at={paths.admin.lexicon} />;
}
