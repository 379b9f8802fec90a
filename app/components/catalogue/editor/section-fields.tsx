/** The fields of each section of the editor. */
import { createContext, useContext, type ReactNode } from "react";
import { deployments, priceModels } from "#db/vocabulary/catalogue";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/components/kit/choices";
import { SelectField, TextArea, TextField, type AnyField } from "~/components/kit/fields";
import type { SectionKey, SolutionField } from "~/domain/catalogue/solution-sections";
import type { MessageKey } from "~/i18n/messages";
import { useTranslate } from "~/i18n/use-translate";
import { AudienceFields, type AudienceOptions } from "./audience-fields";
import { PointStanding, type OpenPoint } from "./open-points";

type Fields = Record<SolutionField, AnyField>;
type Props = {
  section: SectionKey;
  fields: Fields;
  audience: AudienceOptions | null;
  /** What the park said about single fields: read with the field's hint. */
  points: readonly OpenPoint[];
};

const Points = createContext<readonly OpenPoint[]>([]);

export function SectionFields({ points, ...props }: Props): ReactNode {
  return (
    <Points.Provider value={points}>
      <FieldsOf {...props} />
    </Points.Provider>
  );
}

function FieldsOf({ section, fields, audience }: Omit<Props, "points">): ReactNode {
  switch (section) {
    case "basics":
      return <BasicsFields fields={fields} />;
    case "functions":
      return <FunctionsFields fields={fields} />;
    case "audience":
      return audience ? <Audience fields={fields} options={audience} /> : null;
    case "price":
      return <PriceFields fields={fields} />;
    case "delivery":
      return <DeliveryFields fields={fields} />;
    case "security":
      return <SecurityFields fields={fields} />;
    case "proof":
      return <ProofFields fields={fields} />;
  }
}

type Hinted =
  Extract<MessageKey, `catalogue:hint.${string}`> extends `catalogue:hint.${infer F}` ? F & SolutionField : never;

/** Label and hint of a field; what the park said about it stands with the hint. */
function useWords() {
  const t = useTranslate();
  const withPoints = usePointed();
  return (field: Hinted) => ({
    label: t(`catalogue:field.${field}`),
    hint: withPoints(t(`catalogue:hint.${field}`), field),
  });
}

/** A hint with the points of these fields after it; a field without hint has only them. */
function usePointed() {
  const points = useContext(Points);
  return (hint: string | undefined, ...fields: SolutionField[]): ReactNode => {
    const own = points.filter(({ field }) => fields.includes(field));
    if (own.length === 0) return hint;
    return (
      <>
        {hint}
        {own.map((point) => (
          <FieldPoint key={point.id} point={point} />
        ))}
      </>
    );
  };
}

function Audience({ fields, options }: { fields: Fields; options: AudienceOptions }) {
  const t = useTranslate();
  const withPoints = usePointed();
  return (
    <AudienceFields
      fields={fields}
      options={options}
      hints={{
        scenarios: withPoints(t("catalogue:hint.scenarios"), "scenarios"),
        industries: withPoints(t("catalogue:hint.industries"), "industries"),
        places: withPoints(t("catalogue:hint.places"), "parks", "regions"),
      }}
    />
  );
}

export function BasicsFields({ fields }: { fields: Pick<Fields, "title" | "summary"> }) {
  const words = useWords();
  return (
    <>
      <TextField field={fields.title} {...words("title")} maxLength={60} />
      <TextArea field={fields.summary} {...words("summary")} rows={3} />
    </>
  );
}

function FunctionsFields({ fields }: { fields: Fields }) {
  const words = useWords();
  return (
    <>
      <TextArea field={fields.painPoints} {...words("painPoints")} rows={5} />
      <TextArea field={fields.functions} {...words("functions")} rows={7} />
      <TextArea field={fields.description} {...words("description")} rows={8} optional />
    </>
  );
}

function PriceFields({ fields }: { fields: Fields }) {
  const t = useTranslate();
  const words = useWords();
  const withPoints = usePointed();
  const money = { unit: t("common:unit.yuan"), inputMode: "decimal", width: "short" } as const;
  return (
    <>
      <CheckboxGroup
        field={fields.deployment}
        label={t("catalogue:field.deployment")}
        hint={withPoints(undefined, "deployment")}
        options={deployments.map((value) => ({ value, label: t(`catalogue:deployment.${value}`) }))}
        columns={2}
      />
      <RadioGroup
        field={fields.priceModel}
        {...words("priceModel")}
        options={priceModels.map((value) => ({ value, label: t(`catalogue:price_model.${value}`) }))}
        columns={2}
      />
      <TextField field={fields.priceMinFen} {...words("priceMinFen")} {...money} />
      <TextField field={fields.priceMaxFen} {...words("priceMaxFen")} {...money} optional />
      <TextField field={fields.firstYearCostFen} {...words("firstYearCostFen")} {...money} optional />
    </>
  );
}

const LEVELS = [0, 1, 2, 3, 4];

function DeliveryFields({ fields }: { fields: Fields }) {
  const t = useTranslate();
  const words = useWords();
  const levels = LEVELS.map((level) => ({ value: String(level), label: t("catalogue:level", { level }) }));
  return (
    <>
      <TextField
        field={fields.deployDays}
        {...words("deployDays")}
        unit={t("common:unit.days")}
        inputMode="numeric"
        width="short"
      />
      <SelectField field={fields.levelFrom} {...words("levelFrom")} options={levels} width="short" />
      <SelectField field={fields.levelTo} {...words("levelTo")} options={levels} width="short" />
      <TextArea field={fields.hardware} {...words("hardware")} rows={3} optional />
    </>
  );
}

function SecurityFields({ fields }: { fields: Fields }) {
  const words = useWords();
  return (
    <>
      <TextArea field={fields.dataExport} {...words("dataExport")} rows={4} />
      <TextArea field={fields.security} {...words("security")} rows={4} />
    </>
  );
}

function ProofFields({ fields }: { fields: Fields }) {
  const t = useTranslate();
  const withPoints = usePointed();
  const words = useWords();
  return (
    <>
      <TextArea field={fields.service} {...words("service")} rows={4} />
      <TextArea field={fields.effects} {...words("effects")} rows={5} optional />
      <TextField field={fields.keywords} {...words("keywords")} optional />
      <Checkbox field={fields.trial} label={t("catalogue:field.trial")} hint={withPoints(undefined, "trial")} />
      <Checkbox field={fields.ai} label={t("catalogue:field.ai")} hint={withPoints(undefined, "ai")} />
    </>
  );
}

/** Inside a hint: phrases only. */
function FieldPoint({ point }: { point: OpenPoint }) {
  const t = useTranslate();
  return (
    <span className="my-2 flex flex-col items-start gap-1 border-s-4 border-warning ps-3 text-base text-base-content">
      <PointStanding isAnswered={point.isAnswered} />
      <span className="break-words whitespace-pre-line">{t("versions:points.asked", { text: point.text })}</span>
    </span>
  );
}
