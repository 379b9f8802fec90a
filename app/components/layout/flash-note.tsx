import { CircleCheck } from "lucide-react";
import { sayError } from "~/i18n/form-errors";
import type { Params } from "~/i18n/messages";
import { useTranslate } from "~/i18n/use-translate";

/** What just happened, said once at the top of the next page and announced to screen readers. */
export function FlashNote({ flash }: { flash: { key: string; params: Params } }) {
  const t = useTranslate();
  return (
    <p role="status" className="mb-4 flex items-start gap-2 rounded-box bg-success p-3 text-success-content">
      <CircleCheck aria-hidden size={20} className="mt-1 shrink-0" />
      {sayError(t, flash.key, flash.params)}
    </p>
  );
}
