import { Form } from "@remix-run/react";
import { Flag } from "lucide-react";
import { Button, LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import type { SchemeFacts } from "~/domain/assessment/result";
import { openSection, type SectionStep } from "~/domain/assessment/section-page";
import { useTranslate } from "~/i18n/use-translate";
import { SectionList } from "./section-list";
import { useWords } from "./use-words";

type DraftProps = {
  steps: SectionStep[];
  edit: number;
  /** Counted with open questions as zero. */
  preview: { total: number; level: number; unanswered: number };
  scheme: SchemeFacts;
  hrefOf: (slug: string) => string;
  answer: unknown;
  finishText: string;
};

/** An assessment being filled in: its parts, what it comes to so far, and the button that closes it. */
export function DraftOverview({ steps, edit, preview, scheme, hrefOf, answer, finishText }: DraftProps) {
  const t = useTranslate();
  return (
    <>
      <RefusalNote answer={answer} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="parts" className="panel">
          <h2 id="parts" className="mb-2 text-lg">
            {t("assessment:start.sections", { count: steps.length })}
          </h2>
          <SectionList steps={steps} hrefOf={hrefOf} />
          <div className="mt-4">
            <LinkButton to={hrefOf(openSection(steps))} tone={preview.unanswered > 0 ? "primary" : "plain"}>
              {t("assessment:start.continue")}
            </LinkButton>
          </div>
        </section>
        <section aria-labelledby="finish" className="panel flex flex-col gap-3">
          <h2 id="finish" className="flex items-center gap-2 text-lg">
            <Flag aria-hidden size={20} className="text-primary" />
            {t("assessment:draft.finish")}
          </h2>
          <Preview preview={preview} scheme={scheme} />
          {preview.unanswered > 0 ? (
            <p className="font-semibold">{t("assessment:draft.finish.missing", { count: preview.unanswered })}</p>
          ) : null}
          <p className="muted text-sm">{finishText}</p>
          <Form method="post">
            <input type="hidden" name="edit" value={edit} />
            <Button intent="finish" tone={preview.unanswered > 0 ? "plain" : "primary"}>
              {t("assessment:draft.finish")}
            </Button>
          </Form>
        </section>
      </div>
    </>
  );
}

function Preview({ preview, scheme }: Pick<DraftProps, "preview" | "scheme">) {
  const t = useTranslate();
  const words = useWords();
  const found = scheme.levels.find(({ level }) => level === preview.level);
  const level = found ? words.pick(found.nameZh, found.nameEn) : String(preview.level);
  return (
    <div>
      <p className="muted text-sm">{t("assessment:draft.preview")}</p>
      <p>{t("assessment:draft.preview.text", { score: words.number(preview.total), level })}</p>
    </div>
  );
}
