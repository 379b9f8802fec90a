import { Note } from "~/components/kit/status";
import { formatClock, formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import type { Keeping } from "./use-kept-section";

/** Where what is being typed lies by now. Empty until something was typed, and without JavaScript. */
export function KeepingLine({ keeping }: { keeping: Keeping }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <p role="status" className="muted basis-full text-sm">
      {keeping.state === "kept" ? t("versions:keep.kept", { time: formatClock(locale, keeping.at) }) : null}
      {keeping.state === "here" ? t(`versions:keep.here.${keeping.why}`) : null}
    </p>
  );
}

/** What was left unsaved is back in the form, and can be dropped. */
export function RestoredNote({ at, onDiscard }: { at: number; onDiscard: () => void }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <div role="status" className="mb-5">
      <Note tone="waiting">
        <p>{t("versions:keep.restored", { date: formatDateTime(locale, at) })}</p>
        <button type="button" onClick={onDiscard} className="btn btn-sm mt-2 min-h-11 border-base-300 bg-base-100">
          {t("versions:keep.discard")}
        </button>
      </Note>
    </div>
  );
}
