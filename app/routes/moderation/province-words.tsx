/** Words that make a moderator look twice, as the province keeps them; city staff see none of this page. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { WordsPage } from "~/components/moderation/words-page";
import { RiskyWordForm } from "~/domain/moderation/canned-form";
import { deskTabs } from "~/domain/moderation/desk-tabs.server";
import { addRiskyWord, allRiskyWords, strikeRiskyWord } from "~/domain/moderation/risky-words.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { notFound, requireProvince } from "~/http/guards.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "moderation:words.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireProvince(request);
  const { db } = store();
  const [tabs, words] = await Promise.all([deskTabs(db, staff), allRiskyWords(db)]);
  return { tabs, words };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireProvince(request);
  const form = await readForm(request, RiskyWordForm);
  if (!form.ok) return form.reply;
  const { word } = form.value;
  const here = paths.province.words();
  if (form.intent === "strike") {
    const struck = await store().write((tx) => strikeRiskyWord(tx, staff, word));
    if (!struck.ok) throw notFound();
    return redirectWith(here, "moderation:words.struck.done", { word });
  }
  const added = await store().write((tx) => addRiskyWord(tx, staff, form.value));
  if (!added.ok) return form.refuse({ fields: { word: `moderation:words.refused.${added.reason}` } });
  return redirectWith(here, "moderation:words.added", added.value);
}

export default function ProvinceWords() {
  return <WordsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
