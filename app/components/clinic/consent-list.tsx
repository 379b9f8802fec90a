/** All consents of a report as rows: who, what, until when, and the button that ends it at once. */
import { Link } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { PostForm, RefusalNote } from "~/components/kit/form";
import { EmptyState } from "~/components/kit/page";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import type { ConsentState } from "~/domain/clinic/consent-status";
import type { ShownConsent } from "~/domain/clinic/consents.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { answerFor } from "./answer-for";
import { useSections } from "./shared-sections";

type ListProps = { consents: readonly ShownConsent[]; caseId: string; answer: unknown };

export function ConsentList({ consents, caseId, answer }: ListProps) {
  const t = useTranslate();
  return (
    <>
      <RefusalNote answer={answerFor(answer, "give")} />
      {consents.length === 0 ? (
        <EmptyState title={t("consent:list.none")}>
          <p>{t("consent:list.none_hint")}</p>
        </EmptyState>
      ) : (
        <ul className="rounded-box border border-base-300">
          {consents.map((one) => (
            <Row key={one.id} one={one} caseId={caseId} />
          ))}
        </ul>
      )}
    </>
  );
}

const tones: Record<ConsentState, StatusTone> = { valid: "active", expired: "quiet", withdrawn: "quiet" };

function Row({ one, caseId }: { one: ShownConsent; caseId: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const sections = useSections();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-base-300 px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {one.providerName}
          <StatusBadge tone={tones[one.state]}>
            {t(`consent:state.${one.state}`, {
              day: formatDate(locale, one.state === "withdrawn" ? (one.withdrawnAt ?? 0) : one.lastDay),
            })}
          </StatusBadge>
        </p>
        <p className="mt-1 text-sm">{sections(one)}</p>
        <p className="muted text-sm">
          {t("consent:list.given", { day: formatDate(locale, one.createdAt), number: one.number })}
        </p>
        {one.state === "valid" && !one.isOfNewest ? (
          <p className="mt-1 text-sm">
            <Link to={`${paths.enterprise.sharing(caseId, { provider: one.providerId })}#give`} className="link-plain">
              {t("consent:list.give_newest")}
            </Link>
          </p>
        ) : null}
      </div>
      {one.state === "valid" ? (
        <PostForm form={{ id: `withdraw-${one.id}` }} className="no-print">
          <input type="hidden" name="consent" value={one.id} />
          <Button tone="danger" intent="withdraw" small>
            {t("consent:withdraw")}
            <span className="sr-only">{one.providerName}</span>
          </Button>
        </PostForm>
      ) : null}
    </li>
  );
}
