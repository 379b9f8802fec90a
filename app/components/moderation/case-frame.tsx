import type { ReactNode } from "react";
import { RefusalNote } from "~/components/kit/form";
import { Section } from "~/components/kit/page";
import { useTranslate } from "~/i18n/use-translate";
import { DecisionHistory, type PastDecision } from "./decision-history";

type Props = {
  children: ReactNode;
  /** Null: nothing may be decided, and what was refused is said here instead of in the form. */
  decide: ReactNode;
  answer: unknown;
  decisions: readonly PastDecision[];
  more?: ReactNode;
};

/** What is judged on the left; the decision and the earlier ones on the right, below it on a phone. */
export function CaseFrame({ children, decide, answer, decisions, more }: Props) {
  const t = useTranslate();
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="min-w-0">{children}</div>
      <aside className="min-w-0 lg:sticky lg:top-4 lg:self-start lg:border-s lg:border-base-300 lg:ps-6">
        <Section id="decision" title={t("moderation:decide.title")}>
          {decide ?? (
            <>
              <RefusalNote answer={answer} />
              <p className="muted">{t("moderation:decide.none")}</p>
            </>
          )}
        </Section>
        <Section id="history" title={t("moderation:history.title")}>
          <DecisionHistory decisions={decisions} />
        </Section>
        {more}
      </aside>
    </div>
  );
}
