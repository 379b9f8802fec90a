/** What can be done with a draft and with what waits, beside handing it in. */
import { Form } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { Note } from "~/components/kit/status";
import type { SolutionField } from "~/domain/catalogue/solution-sections";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

/** Takes back what waits for the park. */
export function TakeBackForm({ hasDraft }: { hasDraft: boolean }) {
  const t = useTranslate();
  return (
    <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
      <Button intent="take_back" tone="plain">
        {t("versions:take_back")}
      </Button>
      <p className="muted basis-60 grow text-sm">
        {hasDraft ? t("versions:take_back.hint_draft") : t("versions:take_back.hint")}
      </p>
    </Form>
  );
}

type Props = {
  version: { id: string; edit: number };
  /** Whether something is left when the draft is put away. */
  hasOther: boolean;
  isLive: boolean;
  /** Fields in which the draft would undo what an import changed for readers. */
  undone: readonly SolutionField[];
};

export function DraftActions({ version, hasOther, isLive, undone }: Props) {
  const t = useTranslate();
  return (
    <>
      {undone.length > 0 ? <Undoes fields={undone} /> : null}
      {hasOther ? (
        <details className="mt-3">
          <summary className="link-plain inline-block py-2">{t("versions:put_away")}</summary>
          <Form method="post" className="mt-2 flex flex-col items-start gap-3">
            <input type="hidden" name="versionId" value={version.id} />
            <input type="hidden" name="seenEdit" value={version.edit} />
            <p className="measure">{isLive ? t("versions:put_away.hint_live") : t("versions:put_away.hint")}</p>
            <Button intent="put_away" tone="plain">
              {t("versions:put_away.confirm")}
            </Button>
          </Form>
        </details>
      ) : null}
    </>
  );
}

function Undoes({ fields }: { fields: readonly SolutionField[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const names = formatList(
    locale,
    fields.map((field) => t(`catalogue:field.${field}`)),
  );
  return (
    <div className="mt-5">
      <Note tone="waiting">
        <p>{t("versions:take_live.text", { fields: names })}</p>
        <Form method="post" className="mt-2">
          <Button intent="take_live" tone="plain">
            {t("versions:take_live")}
          </Button>
        </Form>
      </Note>
    </div>
  );
}
