/** What the report rests on, how independent it is, and who signs it. */
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";

export function ReportSignatures({ page }: { page: ReportOnPage }) {
  const t = useTranslate();
  const given = page.findings.filter(({ evidence }) => evidence !== "").length;
  return (
    <Section id="signatures" title={t("reports:part.signatures")}>
      <p>{t("reports:evidence_is", { count: page.findings.length, given })}</p>
      {page.levels ? <p>{t("reports:evidence_assessment")}</p> : null}
      <Independence page={page} />
      <div className="break-inside-avoid">
        <h3 className="mt-5 mb-2 font-semibold">{t("reports:signatures")}</h3>
        <SignatureLines page={page} />
      </div>
    </Section>
  );
}

/** The employer alone is no news: it is named with the expert. */
function Independence({ page: { ties, conflict, report } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const isTied = conflict.tied.length > 0;
  return (
    <div id="independence" className="mt-4">
      <h3 className="mb-1 font-semibold">{t("reports:independence")}</h3>
      {ties.length === 0 ? (
        <p>{t("reports:ties_none")}</p>
      ) : (
        <>
          <p>{t("reports:ties_lead")}</p>
          <ul className="list-disc ps-6">
            {ties.map(({ organisationId, name, kind }) => (
              <li key={organisationId}>{t("reports:tie_is", { name, kind: t(`reports:tie.${kind}`) })}</li>
            ))}
          </ul>
        </>
      )}
      {isTied ? (
        <div className="mt-3">
          <Note>
            <p>{t("clinic:report.tied", { numbers: conflict.tied.join(t("clinic:list_comma")) })}</p>
            <p className="whitespace-pre-line">{report.disclosure || t("clinic:report.not_disclosed")}</p>
          </Note>
        </div>
      ) : report.disclosure ? (
        <p className="mt-2 whitespace-pre-line">{report.disclosure}</p>
      ) : null}
    </div>
  );
}

const signers = ["expert", "park", "enterprise"] as const;

/** Three lines to sign on paper; the names are those of the people who acted here. */
export function SignatureLines({ page }: { page: ReportOnPage }) {
  const t = useTranslate();
  const names = { expert: page.expert?.name ?? "", park: page.issuedByName ?? "", enterprise: "" };
  return (
    <dl className="grid break-inside-avoid gap-4 sm:grid-cols-3 print:grid-cols-3">
      {signers.map((signer) => (
        <div key={signer}>
          <dt className="text-sm">{t(`reports:sign.${signer}`)}</dt>
          <dd>
            <span className="block min-h-7">{names[signer]}</span>
            <span className="mt-8 block border-t border-base-content pt-1 text-sm">{t("reports:sign.name")}</span>
            <span className="mt-8 block border-t border-base-content pt-1 text-sm">{t("reports:sign.date")}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
