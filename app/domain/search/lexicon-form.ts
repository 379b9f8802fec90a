import { z } from "zod";
import { lexiconKinds } from "#db/vocabulary/search";
import { line, optionalLine } from "../fields";

/** A word of the dictionary of search with what it stands for. */
export const LexiconWordForm = z.object({
  surface: line(40),
  kind: z.enum(lexiconKinds, "form:required"),
  target: optionalLine(60).default(""),
});
export type LexiconWordForm = z.infer<typeof LexiconWordForm>;
