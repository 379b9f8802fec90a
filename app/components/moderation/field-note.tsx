import { MessageSquarePlus } from "lucide-react";
import { FieldError, type AnyField } from "~/components/kit/fields";
import type { SolutionField } from "~/domain/catalogue/solution-sections";
import { useTranslate } from "~/i18n/use-translate";

type Props = { of: SolutionField; field: AnyField };

/** A note on one field of the version, part of the decision's form though it stands beside the field. Open once something is in it. */
export function FieldNote({ of, field }: Props) {
  const t = useTranslate();
  const written = typeof field.initialValue === "string" ? field.initialValue : "";
  const label = t("versions:note.label", { field: t(`catalogue:field.${of}`) });
  return (
    <details open={written !== "" || field.errors !== undefined} className="no-print mt-1">
      <summary className="link-plain inline-flex min-h-9 cursor-pointer items-center gap-1.5 text-sm">
        <MessageSquarePlus aria-hidden size={16} />
        <span>{t("versions:note.open")}</span>
        <span className="sr-only">{t(`catalogue:field.${of}`)}</span>
      </summary>
      <div className="mt-1 border-s-4 border-warning ps-3">
        <FieldError field={field} />
        <textarea
          id={field.id}
          name={field.name}
          form="decide"
          rows={2}
          defaultValue={written}
          aria-label={label}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={field.errors ? field.errorId : undefined}
          className="textarea w-full max-w-xl"
        />
      </div>
    </details>
  );
}
