/** The reader's own account: how they sign in, where they belong, and where to change what. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { Facts, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { requireUser } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "identity:account.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, belongings } = await requireUser(request);
  return {
    name: user.name,
    email: user.email,
    mobile: user.mobile,
    belongings: belongings.map(({ organisationId, organisationName, role }) => ({
      organisationId,
      organisationName,
      role,
    })),
  };
}

export default function Account() {
  const t = useTranslate();
  const { name, email, mobile, belongings } = useLoaderData<typeof loader>();
  const organisations = belongings.map((b) => `${b.organisationName} (${t(`identity:role.${b.role}`)})`).join("\n");
  return (
    <>
      <PageHeader title={t("identity:account.title")} lead={t("identity:account.lead")} />
      <div className="panel mb-6">
        <Facts
          facts={[
            { label: t("identity:account.name"), value: name },
            { label: t("identity:account.email"), value: email ?? t("common:unknown") },
            { label: t("identity:account.mobile"), value: mobile ?? t("common:unknown") },
            { label: t("identity:account.organisations"), value: organisations || t("identity:account.none") },
          ]}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={paths.favourites()}>{t("nav:favourites")}</LinkButton>
        <LinkButton to={paths.account.searches()}>{t("nav:searches")}</LinkButton>
        <LinkButton to={paths.account.complaints()}>{t("complaints:own.title")}</LinkButton>
        <LinkButton to={paths.account.alerts()}>{t("alerts:title")}</LinkButton>
        <LinkButton to={paths.account.password()}>{t("identity:account.password")}</LinkButton>
        <LinkButton to={paths.account.sessions()}>{t("identity:account.sessions")}</LinkButton>
        <LinkButton to={paths.account.organisation()}>{t("identity:members.title")}</LinkButton>
      </div>
    </>
  );
}
