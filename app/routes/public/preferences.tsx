/** Keeps the reader's language and appearance in cookies and goes back to where they were. */
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { locales } from "#db/vocabulary/identity";
import { readIntent } from "~/http/form.server";
import { localPath } from "~/http/local-path";
import { localeCookie, themeCookie, themes } from "~/http/locale.server";

export async function action({ request }: ActionFunctionArgs) {
  const { form } = await readIntent(request);
  const headers = new Headers();
  const lang = locales.find((locale) => locale === form.get("lang"));
  const theme = themes.find((name) => name === form.get("theme"));
  if (lang) headers.append("Set-Cookie", await localeCookie.serialize(lang));
  if (theme) headers.append("Set-Cookie", await themeCookie.serialize(theme));
  return redirect(localPath(form.get("to")), { status: 303, headers });
}

export function loader() {
  return redirect("/");
}
