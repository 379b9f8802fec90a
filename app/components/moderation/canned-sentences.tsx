import { createContext, useContext, type ReactNode } from "react";
import { moderationReasons } from "#db/vocabulary/moderation";
import type { Canned } from "~/domain/moderation/canned-reasons.server";
import { useLocale, useTranslate } from "~/i18n/use-translate";

const CannedContext = createContext<readonly Canned[]>([]);

/** Offers the province's sentences to the forms of decisions inside. */
export function WithCanned({ canned, children }: { canned: readonly Canned[]; children: ReactNode }) {
  return <CannedContext.Provider value={canned}>{children}</CannedContext.Provider>;
}

/** Sentences to tick, under the reason each belongs to; the server writes them before what was typed. */
export function CannedSentences() {
  const t = useTranslate();
  const locale = useLocale();
  const canned = useContext(CannedContext);
  if (canned.length === 0) return null;
  const groups = moderationReasons.flatMap((reason) => {
    const own = canned.filter((each) => each.reason === reason);
    return own.length > 0 ? [{ reason, own }] : [];
  });
  return (
    <details className="rounded-box border border-base-300 px-3">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{t("moderation:canned.title")}</summary>
      <p className="muted text-sm">{t("moderation:canned.hint")}</p>
      {groups.map(({ reason, own }) => (
        <fieldset key={reason} className="mt-2 pb-2">
          <legend className="muted text-sm">{t(`moderation:reason.${reason}`)}</legend>
          {own.map(({ id, textZh, textEn }) => (
            <label key={id} className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field py-2">
              <input type="checkbox" name="canned" value={id} className="checkbox checkbox-primary mt-0.5 shrink-0" />
              <span>{locale === "en" ? textEn : textZh}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
