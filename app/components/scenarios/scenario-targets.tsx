import type { LevelTarget } from "~/domain/scenarios/reference";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { Section } from "../kit/page";

/** What an enterprise does at each level, as rungs from the top down; nothing for scenarios without levels. */
export function ScenarioTargets({ targets }: { targets: readonly LevelTarget[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (targets.length === 0) return null;
  const fromTop = [...targets].sort((a, b) => b.level - a.level);
  return (
    <Section id="levels" title={t("scenarios:levels")} lead={t("scenarios:levels.note")}>
      <ol reversed className="border-s-4 border-primary">
        {fromTop.map((target) => (
          <li
            key={target.level}
            className="grid gap-x-4 border-b border-base-300 py-3 ps-4 last:border-b-0 sm:grid-cols-[5rem_1fr]"
          >
            <strong>{t("scenarios:level", { level: target.level })}</strong>
            <span>{locale === "en" ? target.en : target.zh}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
