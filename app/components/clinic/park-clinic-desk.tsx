/** The clinic on a desk's home page: the most urgent cases, and how many wait. */
import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import type { ClinicDesk } from "~/domain/clinic/desk-sections.server";
import type { Holder } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { CaseRows } from "./case-rows";

export function ParkClinicDesk({ desk }: { desk: ClinicDesk }) {
  return <Desk desk={desk} viewer="park" listPath={paths.parkDesk.diagnoses} casePath={paths.parkDesk.diagnosis} />;
}

export function RegionClinicDesk({ desk, level }: { desk: ClinicDesk; level: "city" | "province" }) {
  return (
    <Desk
      desk={desk}
      viewer={level}
      listPath={paths.province.diagnoses}
      casePath={paths.province.diagnosis}
      showsPark
    />
  );
}

type DeskProps = {
  desk: ClinicDesk;
  viewer: Holder;
  listPath: (query?: { view: string }) => string;
  casePath: (id: string) => string;
  showsPark?: true;
};

function Desk({ desk, viewer, listPath, casePath, showsPark }: DeskProps) {
  const t = useTranslate();
  return (
    <Section
      id="clinic"
      title={t("clinic:desk.title")}
      actions={<LinkButton to={listPath()}>{t("clinic:desk.all")}</LinkButton>}
    >
      <p className="mb-3 flex flex-wrap gap-x-5">
        <span>{t("clinic:desk.open_count", { count: desk.total })}</span>
        {desk.late > 0 ? (
          <Link to={listPath({ view: "late" })} className="late inline-block underline underline-offset-4">
            {t("clinic:desk.late_count", { count: desk.late })}
          </Link>
        ) : null}
      </p>
      {desk.items.length > 0 ? (
        <CaseRows cases={desk.items} names={desk.names} viewer={viewer} pathOf={casePath} showsPark={showsPark} />
      ) : (
        <EmptyState title={t("clinic:empty.open")}>
          <p>{t("clinic:empty.open_lead")}</p>
        </EmptyState>
      )}
    </Section>
  );
}
