/** GET /api/v1/openapi.json: the machine interface described for machines, with its sentences in the language asked for. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerApi, readOnly } from "~/http/api.server";
import { apiDocument } from "~/http/api-document";
import { translateFor } from "~/http/locale.server";

const Document = z.looseObject({ openapi: z.string() });

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, Document, async () => ({ ...apiDocument((await translateFor(request)).t) }));
}

export function action() {
  return readOnly();
}
