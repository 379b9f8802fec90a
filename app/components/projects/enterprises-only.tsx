/** For who is signed in without an enterprise and wants to ask a provider: why this is not for them, and the way back. */
import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export function EnterprisesOnly() {
  const t = useTranslate();
  const slugs = useSearchParams()[0].getAll("solution");
  const [first] = slugs;
  const back =
    first === undefined ? paths.solutions() : slugs.length > 1 ? paths.compare(slugs) : paths.solution(first);
  return (
    <>
      <PageHeader title={t("quotes:ask.only_enterprises")} lead={t("quotes:ask.only_enterprises.text")} />
      <LinkButton to={back} tone="primary">
        {t("quotes:ask.only_enterprises.back")}
      </LinkButton>
    </>
  );
}
