import { Bell, UserRound } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { NavRow } from "./nav-row";
import { audienceNav, type NavItem } from "./navigation";

export type Viewer = {
  name: string | null;
  organisationName: string | null;
  audiences: readonly string[];
  unread: number;
};

/** What the header holds of its reader: the way in, or notices and the account's menu. */
export function AccountLinks({ viewer }: { viewer: Viewer | null }) {
  const t = useTranslate();
  if (!viewer?.name) {
    return (
      <>
        <a href={paths.login()} className="btn btn-ghost">
          {t("nav:login")}
        </a>
        <a href={paths.register()} className="btn btn-primary">
          {t("nav:register")}
        </a>
      </>
    );
  }
  return (
    <>
      <a
        href={paths.account.notices()}
        className="btn btn-ghost relative px-2"
        aria-label={viewer.unread > 0 ? t("nav:notices.unread", { count: viewer.unread }) : t("nav:notices")}
      >
        <Bell aria-hidden size={20} />
        {viewer.unread > 0 ? (
          <span aria-hidden className="badge badge-error badge-sm">
            {viewer.unread > 99 ? "99+" : viewer.unread}
          </span>
        ) : null}
      </a>
      <details className="relative">
        <summary className="btn btn-ghost list-none px-2">
          <UserRound aria-hidden size={20} />
          <span className="sr-only truncate sm:not-sr-only sm:max-w-28 sm:truncate">{viewer.name}</span>
        </summary>
        <div className="absolute end-0 z-20 mt-1 w-56 rounded-box border border-base-300 bg-base-100 p-2 shadow-lg">
          {viewer.organisationName ? <p className="muted px-3 py-1 text-sm">{viewer.organisationName}</p> : null}
          <nav aria-label={t("nav:account")}>
            <NavRow items={accountItems(viewer)} path="" stacked />
          </nav>
          <form method="post" action={paths.logout()}>
            <button className="btn btn-ghost btn-block justify-start px-3 font-normal">{t("nav:logout")}</button>
          </form>
        </div>
      </details>
    </>
  );
}

function accountItems(viewer: Viewer): NavItem[] {
  const desks = viewer.audiences.flatMap((name) => {
    const workspace = audienceNav[name];
    return workspace ? [{ label: workspace.label, to: workspace.home }] : [];
  });
  return [
    ...desks,
    { label: "nav:favourites", to: paths.favourites() },
    { label: "nav:searches", to: paths.account.searches() },
    { label: "alerts:title", to: paths.account.alerts() },
    { label: "nav:organisation", to: paths.account.organisation() },
    { label: "nav:account", to: paths.account.home() },
  ];
}
