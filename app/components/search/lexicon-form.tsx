import { lexiconKinds } from "#db/vocabulary/search";
import { Button } from "~/components/kit/button";
import { RadioGroup } from "~/components/kit/choices";
import { SelectField, TextField, type OptionGroup } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { LexiconWordForm } from "~/domain/search/lexicon-form";
import { useTranslate } from "~/i18n/use-translate";

/** Adds a word to the dictionary of search. */
export function LexiconForm({ answer, targets }: { answer: unknown; targets: OptionGroup[] }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<LexiconWordForm>({ id: "word", answer, defaults: { kind: "scenario" } });
  const labels = {
    surface: t("search:lexicon.word"),
    kind: t("search:lexicon.kind"),
    target: t("search:lexicon.target"),
  };
  const kinds = lexiconKinds.map((kind) => ({
    value: kind,
    label: t(`search:lexicon.kind.${kind}`),
    hint: t(`search:lexicon.kind.${kind}.hint`),
  }));
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <TextField field={fields.surface} label={labels.surface} hint={t("search:lexicon.word.hint")} maxLength={40} />
      <RadioGroup field={fields.kind} label={labels.kind} options={kinds} />
      <SelectField
        field={fields.target}
        label={labels.target}
        hint={t("search:lexicon.target.hint")}
        options={targets}
        placeholder={t("search:lexicon.target.none")}
      />
      <div>
        <Button intent="add">{t("search:lexicon.add")}</Button>
      </div>
    </PostForm>
  );
}
