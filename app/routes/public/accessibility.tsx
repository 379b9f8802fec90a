/** How far everyone can use the site, how that is checked, and what is not good enough yet. */
import { StatementPart } from "~/components/home/statement";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { useTranslate } from "~/i18n/use-translate";

export const handle: PageHandle = { title: "home:accessibility.title" };

export default function Accessibility() {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("home:accessibility.title")} lead={t("home:accessibility.lead")} />
      <StatementPart
        id="done"
        title={t("home:accessibility.done")}
        points={[
          t("home:accessibility.done.1"),
          t("home:accessibility.done.2"),
          t("home:accessibility.done.3"),
          t("home:accessibility.done.4"),
          t("home:accessibility.done.5"),
        ]}
      />
      <StatementPart
        id="tested"
        title={t("home:accessibility.tested")}
        points={[t("home:accessibility.tested.text")]}
      />
      <StatementPart
        id="limits"
        title={t("home:accessibility.limits")}
        points={[t("home:accessibility.limits.1"), t("home:accessibility.limits.2"), t("home:accessibility.limits.3")]}
      />
      <StatementPart id="help" title={t("home:accessibility.help")} points={[t("home:accessibility.help.text")]} />
    </>
  );
}
