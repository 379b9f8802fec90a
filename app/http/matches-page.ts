/** The pages of an enterprise's matches, told apart by where they begin. */
import { paths } from "~/paths";

/** Where a page begins; what is no such number is the first page. */
export function pageStart(typed: string | null): number {
  return typed !== null && /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
}

export function pageAt(from: number): string {
  return paths.enterprise.matches(from > 0 ? { from } : {});
}
