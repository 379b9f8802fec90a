/** Shapes of the forms on the sharing page. No text, no query. */
import { z } from "zod";
import { reportSections } from "#db/vocabulary/clinic";
import { code, day, someOf, ticked } from "~/domain/fields";

/** `report`: the version the page showed, so that nobody consents to one they have not seen. */
export const GiveConsentForm = z.object({
  intent: z.literal("give"),
  report: code(),
  provider: code(),
  sections: someOf(reportSections, 1),
  withFiles: ticked(),
  until: day(),
});
export type GiveConsentForm = z.infer<typeof GiveConsentForm>;

export const WithdrawConsentForm = z.object({ intent: z.literal("withdraw"), consent: code() });

export const SharingForm = z.discriminatedUnion("intent", [GiveConsentForm, WithdrawConsentForm]);
export type SharingForm = z.infer<typeof SharingForm>;
