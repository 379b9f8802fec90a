/** Calls a route of the machine interface as the server does. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

export type ApiRoute = {
  loader(given: LoaderFunctionArgs): Promise<Response>;
  action(given: ActionFunctionArgs): Response | Promise<Response>;
};

export function ask({ loader }: ApiRoute, path: string, init: RequestInit = {}): Promise<Response> {
  return loader({ request: new Request(`http://here${path}`, init), params: {}, context: {} });
}
