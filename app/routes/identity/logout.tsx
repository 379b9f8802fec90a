/** Ends this session. Only a POST does: a link or a picture on another site must not sign anyone out. */
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "~/domain/identity/sessions.server";
import { eraseDevice, keptOnDevice } from "~/http/field-device.server";
import { readIntent } from "~/http/form.server";
import { signedIn } from "~/http/guards.server";
import { paths } from "~/paths";

export async function action({ request }: ActionFunctionArgs) {
  const { intent } = await readIntent(request);
  const who = await signedIn(request);
  if (!who) return redirect(paths.home());
  const kept = keptOnDevice(request);
  const isTheirs = kept !== null && kept.userId === who.userId;
  // Signing out erases what the field kit keeps in this browser; nothing unsent goes without having been asked about.
  if (isTheirs && kept.unsent > 0 && who.expertFor && intent !== "erase")
    return redirect(paths.expert.device(), { status: 303 });
  const headers = new Headers(isTheirs ? eraseDevice : {});
  headers.append("Set-Cookie", await endSession(who.sessionId));
  return redirect(paths.home(), { status: 303, headers });
}

export function loader() {
  return redirect(paths.home());
}
