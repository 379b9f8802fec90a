/** Ticking several solutions of a list and asking their providers at once. */
import type { ReactNode } from "react";
import { Button } from "~/components/kit/button";
import { MAX_ASKED } from "~/domain/projects/enquiry-status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type BarProps = {
  id: string;
  recommendation?: string;
  /** Where the page of the list begins, so that whoever ticked nothing comes back to it. */
  from?: number;
};

/** What the bar would cover: whatever takes the focus in here comes to rest above it, also where its hint wraps on a phone. */
export function AboveBar({ children }: { children: ReactNode }) {
  return <div className="[&_*]:scroll-mb-32 sm:[&_*]:scroll-mb-24">{children}</div>;
}

/** Stays in sight below the list while it is read. */
export function AskSeveral({ id, recommendation, from = 0 }: BarProps) {
  const t = useTranslate();
  return (
    <form
      id={id}
      method="get"
      action={paths.enterprise.enquiryNew({ solution: [] })}
      className="no-print sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-3 rounded-box border border-base-300 bg-base-100 p-3"
    >
      {recommendation ? <input type="hidden" name="recommendation" value={recommendation} /> : null}
      {from > 0 ? <input type="hidden" name="from" value={from} /> : null}
      <Button>{t("quotes:ask.several")}</Button>
      <span className="muted text-sm">{t("quotes:ask.several.hint", { max: MAX_ASKED })}</span>
    </form>
  );
}

/** A tick box beside a solution that belongs to that form. */
export function PickBox({ form, slug, title }: { form: string; slug: string; title: string }) {
  const t = useTranslate();
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-field px-2 hover:bg-base-200">
      <input
        type="checkbox"
        name="solution"
        value={slug}
        form={form}
        aria-label={t("quotes:ask.pick.label", { title })}
        className="checkbox checkbox-primary"
      />
      <span aria-hidden>{t("quotes:ask.pick")}</span>
    </label>
  );
}
