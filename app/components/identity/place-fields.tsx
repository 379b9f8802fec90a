import { useState } from "react";
import { SelectField, type AnyField, type OptionGroup } from "~/components/kit/fields";
import { useNamed, useTranslate } from "~/i18n/use-translate";

export type PlaceChoices = {
  /** Prefectures with their counties. */
  prefectures: {
    code: string;
    nameZh: string;
    nameEn: string;
    counties: { code: string; nameZh: string; nameEn: string }[];
  }[];
  parks: { slug: string; prefectureCode: string; regionCode: string; nameZh: string; nameEn: string }[];
};

type PlaceFieldsProps = {
  choices: PlaceChoices;
  region: AnyField;
  park: AnyField;
  parkLabel: string;
  parkHint?: string;
  /** An enterprise may stand outside every park. */
  parkOptional?: true;
};

/** Region and park. With JavaScript the parks follow the region; without, both lists are whole and the server checks that they fit. */
export function PlaceFields({ choices, region, park, parkLabel, parkHint, parkOptional }: PlaceFieldsProps) {
  const t = useTranslate();
  const named = useNamed();
  const [regionCode, setRegionCode] = useState(String(region.initialValue ?? ""));
  const prefecture = choices.prefectures.find(
    ({ code, counties }) => code === regionCode || counties.some((county) => county.code === regionCode),
  );
  const regions: OptionGroup[] = choices.prefectures.map((p) => ({
    label: named(p),
    options: [p, ...p.counties].map((region) => ({ value: region.code, label: named(region) })),
  }));
  const near = prefecture ? choices.prefectures.filter(({ code }) => code === prefecture.code) : choices.prefectures;
  const parks: OptionGroup[] = near.map((p) => ({
    label: named(p),
    options: choices.parks
      .filter(({ prefectureCode }) => prefectureCode === p.code)
      .sort((a, b) => Number(b.regionCode === regionCode) - Number(a.regionCode === regionCode))
      .map(({ slug, ...names }) => ({ value: slug, label: named(names) })),
  }));
  return (
    <>
      <div onChange={(event) => setRegionCode(valueOf(event.target))}>
        <SelectField field={region} label={t("identity:register.region")} options={regions} />
      </div>
      <SelectField
        field={park}
        label={parkLabel}
        hint={parkHint}
        optional={parkOptional}
        options={parks}
        placeholder={parkOptional ? t("identity:register.park.none") : undefined}
      />
    </>
  );
}

function valueOf(target: EventTarget): string {
  return target instanceof HTMLSelectElement ? target.value : "";
}
