/** A visitor's questionnaire lives in a cookie of their own browser, never on the server. */
import { createCookie } from "@remix-run/node";
import type { Reader } from "#db/store.server";
import type { Answers } from "~/domain/assessment/answers";
import { packAnswers, packedVersion, unpackAnswers } from "~/domain/assessment/compact";
import { findScheme, NATIONAL_SCHEME, readScheme, type SchemeVersion } from "~/domain/assessment/scheme.server";
import { env } from "~/env.server";

const HALF_A_YEAR_S = 180 * 24 * 3600;

const answersCookie = createCookie("assessment", {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  secure: env.baseUrl.startsWith("https:"),
  maxAge: HALF_A_YEAR_S,
});

export type VisitorAnswers = SchemeVersion & { answers: Answers; hasBegun: boolean };

/** What the browser brought, under the scheme it was answered by; without a cookie, an empty questionnaire of the newest. */
export async function visitorAnswers(request: Request, db: Reader): Promise<VisitorAnswers> {
  const kept: unknown = await answersCookie.parse(request.headers.get("Cookie"));
  const packed = typeof kept === "string" ? kept : "";
  const version = packedVersion(packed, NATIONAL_SCHEME);
  const known = version === null ? null : await findScheme(db, NATIONAL_SCHEME, version);
  const found = known ?? (await readScheme(db));
  return { ...found, answers: unpackAnswers(found.scheme, packed), hasBegun: known !== null };
}

/** The Set-Cookie value that keeps these answers. */
export function keepVisitorAnswers({ scheme, version }: SchemeVersion, answers: Answers): Promise<string> {
  return answersCookie.serialize(packAnswers(version, scheme, answers));
}

/** The Set-Cookie value that forgets them. */
export function forgetVisitorAnswers(): Promise<string> {
  return answersCookie.serialize("", { maxAge: 0 });
}
