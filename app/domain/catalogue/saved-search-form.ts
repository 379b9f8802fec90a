/** What the buttons of saved searches send. */
import { z } from "zod";
import { optionalCode, optionalLine } from "~/domain/fields";

/** Longer names are no names. */
export const LONGEST_NAME = 80;

export const SavedSearchName = z.object({
  /** Blank: a name is made of what is searched for, or the present one stays. */
  name: optionalLine(LONGEST_NAME),
  /** The search to save, as GET parameters; empty when one that is saved is meant. */
  query: z.string().max(2000).default(""),
  id: optionalCode().transform((id) => id ?? ""),
});
