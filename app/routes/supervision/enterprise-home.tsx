/** The enterprise's desk: what waits for it, its case, its level, the solutions that fit best. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EnterpriseClinicDesk } from "~/components/clinic/enterprise-clinic-desk";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { whyOf } from "~/components/matching/match-view";
import { LevelCard } from "~/components/supervision/level-card";
import { ShortMatches } from "~/components/supervision/short-matches";
import { WaitingList, type Waiting } from "~/components/supervision/waiting-list";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { enterpriseDesk } from "~/domain/supervision/enterprise-desk.server";
import { requireEnterprise } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { dayOf } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "supervision:enterprise.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const { t, locale } = await translateFor(request);
  const now = Date.now();
  const { matched, ...desk } = await enterpriseDesk(db, member, now, dayOf(now));
  const language = { t, locale, reference: await referenceOf(db) };
  const matches = (matched?.matches ?? []).map((match) => ({
    slug: match.solution.slug,
    title: match.solution.title,
    providerName: match.solution.providerName,
    reason: whyOf(language, match).told[0] ?? null,
  }));
  const { clinic, latest, enquiries, invitations, deliveries, lacksFile } = desk;
  return {
    organisation: member.organisationName,
    clinic,
    latest,
    matches,
    enquiries,
    invitations,
    deliveries,
    lacksFile,
  };
}

type Desk = Awaited<ReturnType<typeof loader>>;

/** One sentence for everything the enterprise itself holds up. */
function waitingFor(t: Translate, { clinic, latest, enquiries, invitations, deliveries, lacksFile }: Desk): Waiting[] {
  const open = clinic.latest;
  const caseTo = open ? paths.enterprise.diagnosis(open.id) : "";
  const waiting: (Waiting | null)[] = [
    open?.status === "reported"
      ? { key: "confirm", text: t("supervision:enterprise.confirm"), to: caseTo, isUrgent: open.where.lateDays > 0 }
      : null,
    open?.status === "changes_requested"
      ? { key: "answer", text: t("supervision:enterprise.answer"), to: caseTo, isUrgent: true }
      : null,
    open?.status === "draft"
      ? { key: "request", text: t("supervision:enterprise.request"), to: paths.enterprise.diagnosisNew() }
      : null,
    enquiries.forUs > 0
      ? {
          key: "quotes",
          text: t("supervision:enterprise.quotes", { count: enquiries.forUs }),
          to: paths.enterprise.enquiries(),
        }
      : null,
    deliveries > 0
      ? { key: "deliveries", text: t("quotes:desk.deliveries", { count: deliveries }), to: paths.enterprise.projects() }
      : null,
    ...invitations.map(({ id, title }) => ({
      key: id,
      text: t("supervision:enterprise.group", { title }),
      to: paths.enterprise.group(id),
    })),
    latest === null
      ? { key: "assess", text: t("supervision:enterprise.assess"), to: paths.enterprise.assessments() }
      : null,
    lacksFile ? { key: "file", text: t("supervision:enterprise.file"), to: paths.enterprise.profile() } : null,
  ];
  return waiting.filter((item) => item !== null);
}

export default function EnterpriseHome() {
  const t = useTranslate();
  const desk = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("supervision:enterprise.title")} lead={desk.organisation} />
      <WaitingList items={waitingFor(t, desk)} emptyText={t("supervision:enterprise.idle")} />
      <EnterpriseClinicDesk clinic={desk.clinic} />
      <LevelCard latest={desk.latest} />
      <ShortMatches matches={desk.matches} />
    </>
  );
}
