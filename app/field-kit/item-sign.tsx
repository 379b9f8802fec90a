import { CircleCheck, CircleDashed, Split, TriangleAlert, Upload } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import type { Sign } from "./shown";

const icons = {
  sent: CircleCheck,
  unsent: Upload,
  incomplete: CircleDashed,
  conflict: Split,
  refused: TriangleAlert,
  gone: TriangleAlert,
  closed: TriangleAlert,
};

const looks: Record<Sign, string> = {
  sent: "bg-success text-success-content",
  unsent: "bg-warning text-warning-content",
  incomplete: "bg-warning text-warning-content",
  conflict: "bg-error text-error-content",
  refused: "bg-error text-error-content",
  gone: "bg-error text-error-content",
  closed: "bg-error text-error-content",
};

/** Where one item is, in a word with its icon. */
export function ItemSign({ sign }: { sign: Sign }) {
  const t = useTranslate();
  const Icon = icons[sign];
  return (
    <span className={`inline-flex items-center gap-1 rounded-field px-2 py-0.5 text-sm font-normal ${looks[sign]}`}>
      <Icon aria-hidden size={16} />
      {t(`field:sign.${sign}`)}
    </span>
  );
}
