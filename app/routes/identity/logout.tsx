/** Ends this session. Only a POST does: a link or a picture on another site must not sign anyone out. */
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "~/domain/identity/sessions.server";
import { readIntent } from "~/http/form.server";
import { signedIn } from "~/http/guards.server";
import { paths } from "~/paths";

export async function action({ request }: ActionFunctionArgs) {
  await readIntent(request);
  const who = await signedIn(request);
  if (!who) return redirect(paths.home());
  return redirect(paths.home(), { status: 303, headers: { "Set-Cookie": await endSession(who.sessionId) } });
}

export function loader() {
  return redirect(paths.home());
}
