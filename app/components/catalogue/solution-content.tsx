/** A live solution's own page, from the problem to the promise; labels and values as the provider filled them in. */
import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Facts, Section, type Fact } from "~/components/kit/page";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { Named, SolutionCard } from "~/domain/catalogue/solution-card";
import type { SolutionContent, SolutionField } from "~/domain/catalogue/solution-sections";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { DeployDays } from "./deploy-days";
import { useFieldValues } from "./field-values";

const MOST_NAMED = 5;

type Props = {
  content: SolutionContent;
  names: NamedCodes;
  /** What accepted projects measured, beside what `content` declares. */
  card: Pick<SolutionCard, "days" | "areDaysMeasured" | "acceptedProjects">;
  /** Divisions in which projects with it were accepted, most projects first. */
  acceptedIndustries: readonly Named[];
};

export function SolutionContentView({ content, names, card, acceptedIndustries }: Props) {
  const t = useTranslate();
  const factsOf = useContentFacts({ content, names });
  return (
    <>
      <TextSection field="painPoints" text={content.painPoints} isList />
      <TextSection field="functions" text={content.functions} isList />
      <TextSection field="effects" text={content.effects} isList note={t("search:page.effects.note")} />
      <TextSection field="description" text={content.description} />
      <Section id="fits" title={t("search:page.fits")}>
        <Facts
          facts={[
            { label: t("catalogue:field.scenarios"), value: <ScenarioLinks scenarios={names.scenarios} /> },
            ...acceptedFact(acceptedIndustries, t("search:page.accepted_industries")),
            ...factsOf("industries").map((fact) => (acceptedIndustries.length > 0 ? asDeclared(fact) : fact)),
            ...(content.parks.length + content.regions.length === 0
              ? [{ label: t("search:page.reach"), value: t("catalogue:everywhere") }]
              : [
                  ...(content.parks.length > 0 ? factsOf("parks") : []),
                  ...(content.regions.length > 0 ? factsOf("regions") : []),
                ]),
            ...factsOf("levelFrom", "levelTo"),
          ]}
        />
      </Section>
      <Section id="terms" title={t("search:page.terms")}>
        <Facts
          facts={[
            ...factsOf("priceModel", "priceMinFen", "priceMaxFen", "firstYearCostFen", "deployment"),
            {
              label: t("catalogue:field.deployDays"),
              value: <DeployDays card={card} declaredDays={content.deployDays} />,
            },
            ...factsOf("hardware", "trial", "ai"),
          ]}
        />
      </Section>
      <Section id="safety" title={t("search:page.safety")}>
        <Facts facts={factsOf("dataExport", "security", "service")} />
      </Section>
    </>
  );
}

/** Labels and values of fields, as `Facts` draws them. */
export function useContentFacts(shown: {
  content: SolutionContent;
  names: NamedCodes;
}): (...fields: SolutionField[]) => Fact[] {
  const t = useTranslate();
  const valueOf = useFieldValues();
  return (...fields) => fields.map((field) => ({ label: t(`catalogue:field.${field}`), value: valueOf(field, shown) }));
}

/** Beside a fact of accepted projects a declaration says what it is. */
function asDeclared({ label, value }: Fact): Fact {
  return {
    label,
    value: (
      <>
        {value}
        <Declared />
      </>
    ),
  };
}

function Declared() {
  const t = useTranslate();
  return <span className="muted block text-sm">{t("search:page.declared")}</span>;
}

function acceptedFact(industries: readonly Named[], label: string): Fact[] {
  return industries.length === 0 ? [] : [{ label, value: <Names names={industries} /> }];
}

/** The first few by name, all by number. */
function Names({ names }: { names: readonly Named[] }) {
  const t = useTranslate();
  const named = useNamed();
  const first = names.slice(0, MOST_NAMED).map(named).join(t("search:facts.and"));
  return names.length > MOST_NAMED ? t("search:page.accepted_industries.more", { first, count: names.length }) : first;
}

function ScenarioLinks({ scenarios }: { scenarios: NamedCodes["scenarios"] }) {
  const t = useTranslate();
  const named = useNamed();
  if (scenarios.length === 0) return t("common:unknown");
  return (
    <ul className="flex flex-wrap gap-x-4">
      {scenarios.map((scenario) => (
        <li key={scenario.code}>
          <Link to={paths.scenario(scenario.code)} className="link-plain py-1">
            {named(scenario)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type TextProps = {
  field: "painPoints" | "functions" | "effects" | "description";
  text: string;
  isList?: true;
  note?: ReactNode;
};

/** Prose, or one point a line; nothing at all when it was left empty. */
function TextSection({ field, text, isList, note }: TextProps) {
  const t = useTranslate();
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return null;
  return (
    <Section id={`content-${field}`} title={t(`catalogue:field.${field}`)}>
      {isList ? (
        <ul className="measure grid gap-1.5">
          {lines.map((line) => (
            <li key={line} className="flex items-start gap-2">
              <Check aria-hidden size={18} className="mt-1.5 shrink-0 text-primary" />
              {line}
            </li>
          ))}
        </ul>
      ) : (
        <div className="measure grid gap-3">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {note ? <p className="muted mt-2 text-sm">{note}</p> : null}
    </Section>
  );
}
