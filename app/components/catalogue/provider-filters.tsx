import { Form } from "@remix-run/react";
import { providerTypes } from "#db/vocabulary/catalogue";
import type { IgnoredValue } from "~/domain/catalogue/listing-query";
import type { ProviderQuery } from "~/domain/catalogue/provider-list.server";
import type { Named } from "~/domain/catalogue/solution-card";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { PickField, TextSearchField } from "./filter-fields";
import { leftOutOf } from "./left-out-notes";

type Choice = Named & { value: string };
type Props = {
  query: ProviderQuery;
  ignored: readonly IgnoredValue[];
  scenarios: readonly Choice[];
  industries: readonly Choice[];
};

/** One row of fields over the list of providers. */
export function ProviderFilters({ query, ignored, scenarios, industries }: Props) {
  const t = useTranslate();
  const named = useNamed();
  const options = (choices: readonly Choice[]) => choices.map((each) => ({ value: each.value, label: named(each) }));
  const types = providerTypes.map((type) => ({ value: type, label: t(`catalogue:provider_type.${type}`) }));
  const problemOf = (name: "type" | "scenario" | "industry") => {
    const typed = leftOutOf(ignored, name);
    return typed === null ? null : t("search:list.choice.refused", { typed });
  };
  return (
    <Form
      method="get"
      role="search"
      className="no-print panel grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1.4fr_1fr_1fr_1fr_auto]"
    >
      <TextSearchField name="q" label={t("search:providers.q")} value={query.q} maxLength={64} />
      <PickField
        name="type"
        label={t("search:providers.type")}
        value={query.type}
        options={types}
        problem={problemOf("type")}
      />
      <PickField
        name="scenario"
        label={t("search:list.facet.scenario")}
        value={query.scenario}
        options={options(scenarios)}
        problem={problemOf("scenario")}
      />
      <PickField
        name="industry"
        label={t("search:list.facet.industry")}
        value={query.industry}
        options={options(industries)}
        problem={problemOf("industry")}
      />
      <button type="submit" className="btn btn-primary min-h-11">
        {t("search:providers.apply")}
      </button>
    </Form>
  );
}
