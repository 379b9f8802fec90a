/** Confirmed effects on a public page: how many enterprises, and a mean only where three or more stand behind it. */
import { BadgeCheck } from "lucide-react";
import { Section } from "~/components/kit/page";
import { LEAST_FOR_MEAN, type PublicEffects as Effects } from "~/domain/effects/public-effects";
import { useTranslate } from "~/i18n/use-translate";
import { changeWords } from "./figure-words";

export function PublicEffects({ effects }: { effects: Effects | null }) {
  const t = useTranslate();
  if (effects === null) return null;
  const { enterprises, risen, metrics } = effects;
  return (
    <Section id="effects" title={t("effects:public")} lead={t("effects:public.lead", { least: LEAST_FOR_MEAN })}>
      <div className="panel">
        <p className="flex items-center gap-2 font-semibold">
          <BadgeCheck aria-hidden size={20} className="text-primary" />
          {t("effects:public.count", { count: enterprises })}
        </p>
        <ul className="mt-2 flex flex-col gap-1">
          {risen > 0 ? <li>{t("effects:public.risen", { count: risen })}</li> : null}
          {metrics.map(({ metric, enterprises: count, percent }) => {
            const name = t(`effects:metric.${metric}`);
            return (
              <li key={metric}>
                {percent === null
                  ? t("effects:public.measured", { metric: name, count })
                  : t("effects:public.mean", { metric: name, count, change: changeWords(t, percent) })}
              </li>
            );
          })}
        </ul>
      </div>
    </Section>
  );
}
