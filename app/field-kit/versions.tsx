/** Yours, theirs, result: side by side where there is room, one below the other on a phone. Nothing is decided unseen. */
import type { ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";

type VersionsProps = {
  label: string;
  mine: string;
  theirs: string;
  onTake: (which: "mine" | "theirs") => void;
  /** The result, to be changed freely. */
  children: ReactNode;
};

export function Versions({ label, mine, theirs, onTake, children }: VersionsProps) {
  const t = useTranslate();
  return (
    <div role="group" aria-label={label} className="grid gap-3 border-t border-base-300 pt-3 sm:grid-cols-3">
      <Version title={t("field:conflict.yours", { field: label })} text={mine}>
        <button type="button" className="btn min-h-12" onClick={() => onTake("mine")}>
          {t("field:conflict.take_yours")}
        </button>
      </Version>
      <Version title={t("field:conflict.theirs", { field: label })} text={theirs}>
        <button type="button" className="btn min-h-12" onClick={() => onTake("theirs")}>
          {t("field:conflict.take_theirs")}
        </button>
      </Version>
      <div>{children}</div>
    </div>
  );
}

function Version({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="font-semibold">{title}</p>
      <p className="w-full rounded-field bg-base-200 p-2 break-words whitespace-pre-line">
        {text || t("field:conflict.empty")}
      </p>
      {children}
    </div>
  );
}
