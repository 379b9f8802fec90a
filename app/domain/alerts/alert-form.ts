/** What the buttons of the alerts page send. */
import { z } from "zod";
import { alertCadences, followKinds } from "#db/vocabulary/notices";

/** Without a row of settings. */
export const DEFAULT_CADENCE = "daily";

export const CadenceChoice = z.object({ cadence: z.enum(alertCadences) });

/** "park:slug", "scenario:key", "industry:C36". */
export const FollowChoice = z.object({
  what: z
    .string()
    .max(120)
    .default("")
    .transform((text, context) => {
      const at = text.indexOf(":");
      const kind = followKinds.find((each) => each === text.slice(0, at));
      const key = text.slice(at + 1);
      if (at > 0 && kind && key !== "") return { kind, key };
      context.addIssue({ code: "custom", message: "form:required" });
      return z.NEVER;
    }),
});
export type Followed = z.output<typeof FollowChoice>["what"];

export const SearchAlert = z.object({ id: z.string().max(60).default("") });

/** As it is kept as the reason of an alert. */
export function followedAs({ kind, key }: Followed): string {
  return `${kind}:${key}`;
}
