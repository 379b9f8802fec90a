/** Forms of the account, its organisation, and the administrators' accounts. */
import { z } from "zod";
import { memberRoles } from "#db/vocabulary/identity";
import {
  code,
  email,
  fold,
  line,
  oneOf,
  optionalCode,
  optionalEmail,
  optionalLine,
  optionalMobile,
  optionalParagraph,
  ticked,
} from "../fields";
import { creditCode } from "./credit-code";
import { isWeakPassword } from "./password-rules";
import { typedPassword } from "./registration-form";

const strongPassword = () =>
  typedPassword().refine((password) => !isWeakPassword(password, []), "identity:password.weak");

/** E-mail or mobile number, whichever was typed. */
export const ForgottenForm = z.object({
  name: line(254).transform((typed) => {
    const text = fold(typed).toLowerCase();
    const mobile = text.replace(/[\s-]/g, "").replace(/^(\+86|0086)/, "");
    return text.includes("@") ? { email: text, mobile: null } : { email: null, mobile };
  }),
});

export const ResetForm = z.object({ token: line(100), password: strongPassword() });
export type ResetForm = z.output<typeof ResetForm>;

export const PasswordForm = z.object({ passwordNow: typedPassword(), passwordNew: strongPassword() });
export type PasswordForm = z.output<typeof PasswordForm>;

export const InviteForm = z.object({ email: email(), role: oneOf(memberRoles) });
export type InviteForm = z.output<typeof InviteForm>;

/** Handing ownership over is confirmed with one's own password. */
export const HandoverForm = z.object({ userId: code(), password: typedPassword() });
export type HandoverForm = z.output<typeof HandoverForm>;

export const AskForm = z.object({ creditCode: creditCode(), message: optionalParagraph(500) });
export type AskForm = z.output<typeof AskForm>;

export const JoinForm = z.object({ name: line(50), password: strongPassword() });
export type JoinForm = z.output<typeof JoinForm>;

export const AccountForm = z
  .object({
    name: line(50),
    email: optionalEmail(),
    mobile: optionalMobile(),
    password: strongPassword(),
    organisationId: optionalCode(),
    role: oneOf(memberRoles),
    isExpert: ticked(),
    isAdministrator: ticked(),
    q: optionalLine(100),
  })
  .superRefine((form, context) => {
    if (form.email === null && form.mobile === null) {
      context.addIssue({ code: "custom", path: ["email"], message: "identity:register.contact_needed" });
    }
    if (form.organisationId === null && !form.isAdministrator) {
      context.addIssue({ code: "custom", path: ["organisationId"], message: "identity:admin.organisation_needed" });
    }
  });
export type AccountForm = z.output<typeof AccountForm>;
