/** One version of the assessment scheme before the province's staff; city staff see none: edit it as a new version, try it, publish it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SchemeEditor } from "~/components/assessment/scheme-editor";
import type { PageHandle } from "~/components/layout/page-handle";
import { requireProvince } from "~/http/guards.server";
import { answerScheme, schemeDesk } from "~/http/scheme-desk.server";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "schemes:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireProvince(request);
  return schemeDesk(params.version);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const editor = await requireProvince(request);
  return answerScheme(request, editor, { version: params.version, at: paths.province.scheme });
}

export default function Scheme() {
  const page = useLoaderData<typeof loader>();
  return <SchemeEditor page={page} reply={useActionData<typeof action>()} up={paths.province.schemes()} />;
}
