import { z } from "zod";
import { seenEdit } from "~/domain/fields";

/** A button of a page drawn from this version of the assessment. */
export const EditForm = z.object({ edit: seenEdit() });
