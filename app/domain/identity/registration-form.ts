/** Shape and limits of registration: an organisation and the first person of it. */
import { z } from "zod";
import { providerTypes } from "#db/vocabulary/catalogue";
import { code, line, oneOf, optionalCode, optionalEmail, optionalMobile, optionalParagraph, ticked } from "../fields";
import { creditCode } from "./credit-code";
import { isWeakPassword } from "./password-rules";

/** A password as typed, new or present; nothing is folded or trimmed away. */
export const typedPassword = () =>
  z.preprocess((value) => (typeof value === "string" ? value : ""), z.string().min(1, "form:required").max(200));

const person = {
  name: line(50),
  email: optionalEmail(),
  mobile: optionalMobile(),
  password: typedPassword(),
  /** To the owners of an organisation that is registered already, with the button that asks to join it. */
  message: optionalParagraph(500),
  agree: ticked().refine((isTicked) => isTicked, "identity:register.agree_needed"),
};

type Person = { name: string; email: string | null; mobile: string | null; password: string };

function checkPerson(form: Person, context: z.RefinementCtx): void {
  if (form.email === null && form.mobile === null) {
    context.addIssue({ code: "custom", path: ["email"], message: "identity:register.contact_needed" });
  }
  const own = [form.name, form.email?.split("@")[0] ?? "", form.mobile ?? ""];
  if (isWeakPassword(form.password, own)) {
    context.addIssue({ code: "custom", path: ["password"], message: "identity:password.weak" });
  }
}

export const EnterpriseRegistration = z
  .object({
    kind: z.literal("enterprise"),
    organisationName: line(100),
    creditCode: creditCode(),
    /** Code or name of a GB/T 4754 class, as typed or picked. */
    industry: line(120),
    regionCode: code(),
    parkSlug: optionalCode(),
    ...person,
  })
  .superRefine(checkPerson);
export type EnterpriseRegistration = z.output<typeof EnterpriseRegistration>;

export const ProviderRegistration = z
  .object({
    kind: z.literal("provider"),
    organisationName: line(100),
    creditCode: creditCode(),
    providerType: oneOf(providerTypes),
    regionCode: code(),
    /** The home park, whose staff will look at what the provider publishes. */
    parkSlug: code(),
    ...person,
  })
  .superRefine(checkPerson);
export type ProviderRegistration = z.output<typeof ProviderRegistration>;
