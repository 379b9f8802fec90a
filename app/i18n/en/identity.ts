import type { SameKeys } from "../messages";
import type { identity as source } from "../zh-CN/identity";

export const identity: SameKeys<typeof source> = {
  "login.title": "Sign in",
  "login.name": "E-mail or mobile number",
  "login.password": "Password",
  "login.submit": "Sign in",
  "login.forgotten": "Forgotten your password?",
  "login.no_account": "No account yet?",
  "login.refused.wrong":
    "The name or the password is not right. Check upper and lower case, or set a new password with “Forgotten your password?”.",
  "login.refused.disabled": "This account is closed. If you have questions, please contact the administrator.",
  "login.refused.slow":
    "Too many attempts. Please try again in 15 minutes, or set a new password with “Forgotten your password?”.",
  "demo.title": "Demonstration logins",
  "demo.lead": "This is a demonstration; you can enter as any of these. Password for all: {{password}}",
  "demo.role.enterprise": "Enterprise (owner)",
  "demo.role.provider": "Provider (owner)",
  "demo.role.expert": "Diagnosis expert",
  "demo.role.park": "Park staff",
  "demo.role.city": "City authority",
  "demo.role.province": "Province authority",
  "demo.role.administrator": "Administrator",
  "demo.role.enterprise2": "Another enterprise",
  "demo.role.provider2": "Another provider",
  "demo.role.expert2": "Another expert",
  "demo.role.park2": "Another park",
};
