import { Button } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import type { Branch, CodeOption } from "~/domain/catalogue/audience-options";
import { useNamed, useTranslate } from "~/i18n/use-translate";

type Props = {
  park: { nameZh: string; nameEn: string } | null;
  places: { branches: readonly Branch[]; parksAcross: readonly CodeOption[] };
  answer: unknown;
};

/** The province moves a provider to another home park. */
export function HomeParkForm({ park, places, answer }: Props) {
  const t = useTranslate();
  const named = useNamed();
  const [form, fields] = useFormOf<{ parkSlug: string; text: string }>({ id: "move", answer });
  const labels = { parkSlug: t("moderation:move.park"), text: t("moderation:move.text") };
  const optionOf = (each: CodeOption) => ({ value: each.code, label: named(each) });
  const options = [
    ...places.branches.map((prefecture) => ({ label: named(prefecture), options: prefecture.finer.map(optionOf) })),
    ...places.parksAcross.map(optionOf),
  ];
  return (
    <Section id="home-park" title={t("moderation:move.title")}>
      <p className="mb-4">{park ? t("moderation:move.now", { park: named(park) }) : t("moderation:move.nowhere")}</p>
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <SelectField field={fields.parkSlug} label={labels.parkSlug} options={options} />
        <TextArea field={fields.text} label={labels.text} rows={3} optional />
        <div>
          <Button intent="move" tone="plain">
            {t("moderation:move.submit")}
          </Button>
        </div>
      </PostForm>
    </Section>
  );
}
