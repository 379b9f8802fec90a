/** Addresses under /api/v1 that are not there: machines are answered with problem details, not with a page. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerApi, apiNotFound } from "~/http/api.server";
import { paths } from "~/paths";

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, z.never(), () => {
    throw apiNotFound(`There is no such address. ${paths.api.openapi()} lists them all.`);
  });
}

export function action({ request }: LoaderFunctionArgs) {
  return loader({ request, params: {}, context: {} });
}
