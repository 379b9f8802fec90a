/** What is recorded, who sees it, how it goes away. */
import { StatementPart } from "~/components/home/statement";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import { LEAST_SEARCHES } from "~/domain/insight/reach";
import { useTranslate } from "~/i18n/use-translate";

export const handle: PageHandle = { title: "home:privacy.title" };

export default function Privacy() {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("home:privacy.title")} lead={t("home:privacy.lead")} />
      <StatementPart
        id="visitor"
        title={t("home:privacy.visitor")}
        points={[
          t("home:privacy.visitor.1"),
          t("home:privacy.visitor.2"),
          t("home:privacy.visitor.3"),
          t("home:privacy.visitor.4", { count: LEAST_SEARCHES }),
        ]}
      />
      <StatementPart
        id="account"
        title={t("home:privacy.account")}
        points={[
          t("home:privacy.account.1"),
          t("home:privacy.account.2"),
          t("home:privacy.account.3"),
          t("home:privacy.account.4"),
        ]}
      />
      <StatementPart
        id="seen"
        title={t("home:privacy.seen")}
        points={[
          t("home:privacy.seen.1"),
          t("home:privacy.seen.2"),
          t("home:privacy.seen.3", { count: SMALLEST_SHOWN }),
        ]}
      />
      <StatementPart
        id="rights"
        title={t("home:privacy.rights")}
        points={[t("home:privacy.rights.1"), t("home:privacy.rights.2"), t("home:privacy.rights.3")]}
      />
    </>
  );
}
