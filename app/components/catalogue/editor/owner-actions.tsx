import { Form } from "@remix-run/react";
import type { SolutionStatus } from "#db/vocabulary/catalogue";
import { Button } from "~/components/kit/button";
import { mayMoveSolution } from "~/domain/catalogue/solution-status";
import { useTranslate } from "~/i18n/use-translate";

type SubmitProps = { version: { id: string; edit: number }; isFirst: boolean };

/** Hands the draft the owner sees to the park. */
export function SubmitForm({ version, isFirst }: SubmitProps) {
  const t = useTranslate();
  return (
    <Form method="post" className="mt-5 flex flex-wrap items-center gap-3">
      <input type="hidden" name="versionId" value={version.id} />
      <input type="hidden" name="seenEdit" value={version.edit} />
      <Button intent="submit">{t("catalogue:editor.submit")}</Button>
      <p className="muted basis-60 grow text-sm">
        {isFirst ? t("catalogue:editor.submit.hint") : t("catalogue:editor.submit.hint_update")}
      </p>
    </Form>
  );
}

/** Hiding, showing again and archiving; archiving is for good and asks once more, on the page. */
export function OwnerActions({ status }: { status: SolutionStatus }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-4">
      {mayMoveSolution("owner", status, "withdrawn") ? (
        <OneButton
          intent="withdraw"
          label={t("catalogue:editor.withdraw")}
          hint={t("catalogue:editor.withdraw.hint")}
        />
      ) : null}
      {mayMoveSolution("owner", status, "published") ? (
        <OneButton
          intent="republish"
          label={t("catalogue:editor.republish")}
          hint={t("catalogue:editor.republish.hint")}
        />
      ) : null}
      {mayMoveSolution("owner", status, "archived") ? (
        <details>
          <summary className="link-plain inline-block py-2">{t("catalogue:editor.archive")}</summary>
          <Form method="post" className="mt-2 flex flex-col items-start gap-3">
            <p className="measure">{t("catalogue:editor.archive.hint")}</p>
            <Button intent="archive" tone="danger">
              {t("catalogue:editor.archive.confirm")}
            </Button>
          </Form>
        </details>
      ) : null}
    </div>
  );
}

function OneButton({ intent, label, hint }: { intent: string; label: string; hint: string }) {
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <Button intent={intent} tone="plain">
        {label}
      </Button>
      <p className="muted basis-60 grow text-sm">{hint}</p>
    </Form>
  );
}

type CopyProps = {
  solutionId: string;
  copyId: string;
  /** In a list: said to those who hear the button without its row. */
  title?: string;
  hint?: true;
};

/** Starts another solution with this one's content; `copyId` is the new one's, so that a second click makes no second copy. */
export function CopyForm({ solutionId, copyId, title, hint }: CopyProps) {
  const t = useTranslate();
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="solutionId" value={solutionId} />
      <input type="hidden" name="copyId" value={copyId} />
      <button
        name="intent"
        value="copy"
        aria-label={title ? t("versions:copy.label", { title }) : undefined}
        className={`btn min-h-11 border-base-300 bg-base-100 ${title ? "btn-sm" : ""}`}
      >
        {title ? t("versions:copy") : t("versions:copy.submit")}
      </button>
      {hint ? <p className="muted basis-60 grow text-sm">{t("versions:copy.hint")}</p> : null}
    </Form>
  );
}
