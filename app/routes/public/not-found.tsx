/** Any address that is no page. */
import { notFound } from "~/http/guards.server";

export function loader(): Response {
  throw notFound();
}

export function action(): Response {
  throw notFound();
}

export default function NotFound() {
  return null;
}
