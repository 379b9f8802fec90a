/** Shapes of the page of pictures and papers. */
import { z } from "zod";
import { code, line } from "~/domain/fields";

/** What a picture shows is read to those who cannot see it: nobody uploads one without. */
export const NewFileForm = z.object({ caption: line(120) });
export type NewFileForm = z.output<typeof NewFileForm>;

export const CaptionForm = z.object({ fileId: code(), caption: line(120) });
