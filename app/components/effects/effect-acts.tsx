import { Form } from "@remix-run/react";
import { answerFor } from "~/components/clinic/answer-for";
import { Button } from "~/components/kit/button";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, RefusalNote, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import type { EffectPage } from "~/domain/effects/effect-pages.server";
import { actsOf, type EffectAct, type EffectSide } from "~/domain/effects/effect-status";
import { useTranslate } from "~/i18n/use-translate";

type ActsProps = { page: EffectPage; side: EffectSide; answer: unknown };

/** What this side may do now, each with what it means. */
export function EffectActs({ page, side, answer }: ActsProps) {
  const t = useTranslate();
  const acts = actsOf(page.status, side);
  if (acts.length === 0) return null;
  return (
    <Section id="acts" title={t("effects:acts")}>
      {side === "park" ? <RefusalNote answer={answerFor(answer, "park_confirm")} /> : null}
      <div className="grid items-start gap-4 md:grid-cols-2">
        {acts.map((act) => (
          <ActPanel key={act} act={act} edit={page.edit} answer={answer} />
        ))}
      </div>
    </Section>
  );
}

function ActPanel({ act, edit, answer }: { act: EffectAct; edit: number; answer: unknown }) {
  const t = useTranslate();
  return (
    <div className="panel flex flex-col gap-3">
      <p>{t(`effects:act.${act}.text`)}</p>
      {act === "confirm" ? <WithWords act="confirm" field="note" edit={edit} answer={answer} /> : null}
      {act === "reject" ? <WithWords act="reject" field="text" edit={edit} answer={answer} /> : null}
      {act === "park_confirm" || act === "reopen" ? (
        <Form method="post">
          <input type="hidden" name="edit" value={edit} />
          <Button intent={act} tone={act === "reopen" ? "plain" : "primary"}>
            {t(`effects:act.${act}`)}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

type WordsProps = { act: "confirm" | "reject"; field: "note" | "text"; edit: number; answer: unknown };

function WithWords({ act, field, edit, answer }: WordsProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Record<"note" | "text", string>>({ id: act, answer: answerFor(answer, act) });
  const label = t(`effects:words.${field}`);
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={{ [field]: label }} />
      <input type="hidden" name="edit" value={edit} />
      <TextArea field={fields[field]} label={label} rows={3} optional={field === "note" ? true : undefined} />
      <div>
        <Button intent={act} tone={act === "reject" ? "danger" : "primary"}>
          {t(`effects:act.${act}`)}
        </Button>
      </div>
    </PostForm>
  );
}
