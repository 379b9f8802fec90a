import { eq } from "drizzle-orm";
import { user } from "#db/schema/identity.server";
import { one, type Reader } from "#db/store.server";
import { done, refused, type Outcome } from "../outcome";
import { fold } from "../fields";
import { passwordFits, pretendToCheck } from "./passwords.server";

export type SignInRefusal = "wrong" | "disabled";

/**
 * Whose e-mail or mobile number and password these are. An unknown name takes as long as a wrong password and is refused
 * in the same words; a closed account is told so only with the right password.
 */
export async function signIn(
  db: Reader,
  name: string,
  password: string,
): Promise<Outcome<{ userId: string }, SignInRefusal>> {
  const meant = accountNameOf(name);
  const known = await one(
    db
      .select()
      .from(user)
      .where(meant.includes("@") ? eq(user.email, meant) : eq(user.mobile, meant)),
  );
  const fits = known ? await passwordFits(known.passwordHash, password) : await pretendToCheck(password);
  if (!known || !fits) return refused("wrong");
  return known.disabledAt === null ? done({ userId: known.id }) : refused("disabled");
}

/** The e-mail address or mobile number that was meant: every spelling of one account is the same name. */
export function accountNameOf(typed: string): string {
  const folded = fold(typed).toLowerCase();
  return folded.includes("@") ? folded : folded.replace(/[\s-]/g, "").replace(/^(\+86|0086)/, "");
}
