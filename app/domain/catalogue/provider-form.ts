/** Shape and limits of a provider's profile, and what it must say before the park looks at it. */
import { z } from "zod";
import { providerTypes } from "#db/vocabulary/catalogue";
import {
  codes,
  oneOf,
  optionalDay,
  optionalLine,
  optionalParagraph,
  optionalPhone,
  optionalWebsite,
  optionalWholeNumber,
  seenEdit,
} from "~/domain/fields";

/** One certificate a line, or separated by commas. */
const certificates = optionalParagraph(800)
  .transform((text) => [...new Set(text.split(/[,，;；、\n|]/).map((word) => word.trim()))].filter(Boolean))
  .pipe(z.array(z.string().max(60)).max(20));

export const ProviderForm = z.object({
  type: oneOf(providerTypes),
  summary: optionalParagraph(1000),
  website: optionalWebsite(),
  foundedOn: optionalDay(),
  staff: optionalWholeNumber(1, 1_000_000),
  industries: codes(60),
  scenarios: codes(23),
  certificates,
  localOffice: optionalLine(200),
  contactName: optionalLine(60),
  contactPhone: optionalPhone(),
  /** The profile's `edit` the form was drawn from. */
  seenEdit: seenEdit(),
});
export type ProviderProfile = Omit<z.output<typeof ProviderForm>, "seenEdit">;

const needed = ["summary", "foundedOn", "staff", "scenarios", "localOffice", "contactName", "contactPhone"] as const;
export type MissingOfProfile = (typeof needed)[number];

/** The fields a profile still lacks before it may be handed to the park. */
export function missingForApproval(profile: Pick<ProviderProfile, MissingOfProfile>): MissingOfProfile[] {
  return needed.filter((field) => {
    const value = profile[field];
    return value === null || (typeof value !== "number" && value.length === 0);
  });
}

/** What the park vouched for when it approved: a later change is written in the journal and told to the park. */
export const vouchedFields = [
  "type",
  "foundedOn",
  "certificates",
  "website",
] as const satisfies readonly (keyof ProviderProfile)[];
