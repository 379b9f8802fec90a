import { Form } from "@remix-run/react";
import { useTranslate } from "~/i18n/use-translate";

type Props = { versionId: string; number: number; small?: true };

/** Takes an earlier version up again as a new draft. */
export function RestoreForm({ versionId, number, small }: Props) {
  const t = useTranslate();
  return (
    <Form method="post">
      <input type="hidden" name="versionId" value={versionId} />
      <button
        name="intent"
        value="restore"
        aria-label={t("versions:restore.label", { number })}
        className={`btn min-h-11 border-base-300 bg-base-100 whitespace-nowrap ${small ? "btn-sm" : ""}`}
      >
        {t("versions:restore")}
      </button>
    </Form>
  );
}
