import { Button } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import { useNamed, useTranslate } from "~/i18n/use-translate";

type ParkOption = { slug: string; nameZh: string; nameEn: string };
type Prefecture = { nameZh: string; nameEn: string; parks: ParkOption[] };
type Props = { park: { nameZh: string; nameEn: string } | null; prefectures: readonly Prefecture[]; answer: unknown };

/** The province moves a provider to another home park. */
export function HomeParkForm({ park, prefectures, answer }: Props) {
  const t = useTranslate();
  const named = useNamed();
  const [form, fields] = useFormOf<{ parkSlug: string; text: string }>({ id: "move", answer });
  const labels = { parkSlug: t("moderation:move.park"), text: t("moderation:move.text") };
  const options = prefectures.map((prefecture) => ({
    label: named(prefecture),
    options: prefecture.parks.map((each) => ({ value: each.slug, label: named(each) })),
  }));
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
