/** What became of each case when one expert was sent to several and not all could be done. */
import { Link } from "@remix-run/react";
import { CircleAlert, CircleCheck } from "lucide-react";
import { LinkButton } from "~/components/kit/button";
import { Section } from "~/components/kit/page";
import type { AssignedCase } from "~/domain/clinic/assign-many.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type ResultsProps = { results: readonly AssignedCase[]; assigned: number; list: string };

export function AssignResults({ results, assigned, list }: ResultsProps) {
  const t = useTranslate();
  return (
    <Section
      id="results"
      title={t("desk:assign.result")}
      lead={assigned > 0 ? t("desk:assign.done", { count: assigned }) : undefined}
    >
      <ul role="status" className="mb-5 flex flex-col divide-y divide-base-300 rounded-box border border-base-300">
        {results.map((one) => (
          <Result key={one.id} one={one} />
        ))}
      </ul>
      <LinkButton to={list} tone="primary">
        {t("desk:assign.back")}
      </LinkButton>
    </Section>
  );
}

function Result({ one: { id, enterpriseName, result } }: { one: AssignedCase }) {
  const t = useTranslate();
  const isDone = result === "assigned";
  const Icon = isDone ? CircleCheck : CircleAlert;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 p-4">
      <Icon aria-hidden size={20} className={`mt-1 shrink-0 ${isDone ? "text-primary" : "text-error"}`} />
      {enterpriseName === null ? (
        <span>{t("desk:assign.unnamed")}</span>
      ) : (
        <Link to={paths.parkDesk.diagnosis(id)} className="link-plain font-semibold">
          {enterpriseName}
        </Link>
      )}
      <span>{t(`desk:assign.result.${result}`)}</span>
    </li>
  );
}
