/** A park's list as a form: ticked rows go to the page where one expert is chosen for all of them. */
import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { Button } from "~/components/kit/button";
import type { ListedCase } from "~/domain/clinic/case-lists.server";
import { paramsOf, type CaseQuery } from "~/domain/clinic/case-query";
import { maySendExpert } from "~/domain/clinic/diagnosis-status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { CaseRows } from "./case-rows";

type FromProps = {
  query: CaseQuery;
  listPath: (query: Record<string, string | null>) => string;
  rows: Omit<ComponentProps<typeof CaseRows>, "ticking">;
};

export function AssignFrom({ query, listPath, rows }: FromProps) {
  const t = useTranslate();
  if (!rows.cases.some(({ status }) => maySendExpert(status, "park"))) return <CaseRows {...rows} />;
  const { isTicked } = query;
  return (
    <form method="get" action={paths.parkDesk.assign()}>
      <input type="hidden" name="list" value={listPath(paramsOf({ ...query, isTicked: false })).split("?")[1] ?? ""} />
      <div className="no-print mb-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button tone="plain">{t("desk:tick.submit")}</Button>
        <Link
          to={listPath(paramsOf({ ...query, isTicked: !isTicked }))}
          reloadDocument
          className="link-plain inline-flex min-h-11 items-center"
        >
          {t(isTicked ? "desk:tick.none" : "desk:tick.all")}
        </Link>
      </div>
      <CaseRows {...rows} ticking={{ name: "cases", valueOf, isTicked: () => isTicked }} />
    </form>
  );
}

function valueOf({ id, edit, status }: ListedCase): string | null {
  return maySendExpert(status, "park") ? `${id}.${edit}` : null;
}
