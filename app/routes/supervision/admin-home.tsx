/** The administrators' desk: accounts and the journal, with their counts. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { adminDesk } from "~/domain/supervision/admin-desk.server";
import { requireAdministrator } from "~/http/guards.server";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "admin:home.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  return adminDesk(store().db);
}

const counted = ["accounts", "organisations", "entries", "letters"] as const;

export default function AdminHome() {
  const t = useTranslate();
  const locale = useLocale();
  const desk = useLoaderData<typeof loader>();
  const facts = counted.map((name) => ({ label: t(`admin:home.${name}`), value: formatNumber(locale, desk[name]) }));
  return (
    <>
      <PageHeader title={t("admin:home.title")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Door to={paths.admin.users()} title={t("admin:home.users")} text={t("admin:home.users.text")} />
        <Door to={paths.admin.journal()} title={t("admin:home.journal")} text={t("admin:home.journal.text")} />
      </div>
      <Section title={t("admin:home.figures")} id="figures">
        <div className="panel">
          <Facts facts={facts} />
        </div>
      </Section>
    </>
  );
}

function Door({ to, title, text }: { to: string; title: string; text: string }) {
  return (
    <Link to={to} className="panel block hover:border-primary">
      <span className="block text-lg font-semibold text-primary underline">{title}</span>
      <span>{text}</span>
    </Link>
  );
}
