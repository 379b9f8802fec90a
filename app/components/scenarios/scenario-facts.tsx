import { Link } from "@remix-run/react";
import type { Scenario } from "~/domain/scenarios/reference";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Facts, type Fact } from "../kit/page";
import { Note } from "../kit/status";

/** What kind of scenario it is, and first of all how far its row may be trusted. */
export function ScenarioFacts({ scenario, core }: { scenario: Scenario; core: Scenario }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const { example } = scenario;
  const chinese = (words: readonly string[]) => <span lang="zh-CN">{words.join("、")}</span>;
  const facts: Fact[] = [
    { label: t("scenarios:detail.stage"), value: locale === "en" ? scenario.stageEn : scenario.stageZh },
    ...(scenario.constrained
      ? [{ label: t("scenarios:detail.constrained"), value: t("scenarios:detail.constrained.text") }]
      : []),
    ...(scenario.typicalSystems.length > 0
      ? [{ label: t("scenarios:detail.systems"), value: scenario.typicalSystems.join(" · ") }]
      : []),
  ];
  if (example) {
    facts.push(
      { label: t("scenarios:detail.industry"), value: locale === "en" ? example.industryEn : example.industryZh },
      {
        label: t("scenarios:detail.core"),
        value: (
          <Link to={paths.scenario(core.key)} className="link-plain">
            {named(core)}
          </Link>
        ),
      },
      { label: t("scenarios:detail.code"), value: example.officialCode },
    );
    const lists = [
      { label: t("scenarios:lists.tools"), words: example.tools },
      { label: t("scenarios:lists.models"), words: example.models },
      { label: t("scenarios:lists.records"), words: example.records },
    ];
    for (const { label, words } of lists) if (words.length > 0) facts.push({ label, value: chinese(words) });
  }
  return (
    <div className="grid gap-4">
      <Note>{t(`scenarios:trust.${scenario.trust}`)}</Note>
      <Facts facts={facts} />
    </div>
  );
}
