import { Form, Link } from "@remix-run/react";
import { Bell, Menu, UserRound } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { audienceNav, presentItem, publicNav, type NavItem } from "./navigation";
import { Preferences } from "./preferences";

type Viewer = {
  name: string | null;
  organisationName: string | null;
  audiences: string[];
  unread: number;
  isDemo: boolean;
};

/** Product, main navigation, account; below it the row of the workspace the reader is in. Menus open without JavaScript. */
export function SiteHeader({ viewer, theme, path }: { viewer: Viewer | null; theme: string; path: string }) {
  const t = useTranslate();
  const here = viewer?.audiences.find((name) => audienceNav[name]?.items.some(({ to }) => within(path, to)));
  const workspace = here ? audienceNav[here] : undefined;
  return (
    <header className="site border-b border-base-300 bg-base-100">
      {viewer?.isDemo ? (
        <p className="bg-warning px-4 py-1 text-center text-sm text-warning-content">
          <strong>{t("common:demo")}</strong> — {t("common:demo.note")}
        </p>
      ) : null}
      <div className="mx-auto flex max-w-[1200px] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
        <Link to={paths.home()} className="flex items-center gap-2 py-1 text-lg font-semibold">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {t("common:product")}
        </Link>
        <nav aria-label={t("nav:main")} className="hidden flex-1 xl:block">
          <NavRow items={publicNav} path={path} />
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <AccountLinks viewer={viewer} />
          <details className="relative xl:hidden">
            <summary className="btn btn-ghost btn-square list-none" aria-label={t("nav:menu")}>
              <Menu aria-hidden size={22} />
            </summary>
            <nav
              aria-label={t("nav:menu")}
              className="absolute end-0 z-20 mt-1 w-60 rounded-box border border-base-300 bg-base-100 p-2 shadow-lg"
            >
              <NavRow items={publicNav} path={path} stacked />
            </nav>
          </details>
          <Preferences theme={theme} path={path} />
        </div>
      </div>
      {workspace ? (
        <div className="border-t border-base-300 bg-base-200">
          <nav aria-label={t(workspace.label)} className="mx-auto max-w-[1200px] overflow-x-auto px-1.5">
            <NavRow items={workspace.items} path={path} />
          </nav>
        </div>
      ) : null}
    </header>
  );
}

function NavRow({ items, path, stacked }: { items: NavItem[]; path: string; stacked?: true }) {
  const t = useTranslate();
  const present = presentItem(items, path);
  return (
    <ul className={stacked ? "flex flex-col" : "flex items-center"}>
      {items.map(({ label, to }) => (
        <li key={to}>
          <Link
            to={to}
            aria-current={to === present ? "page" : undefined}
            className="block rounded-field px-2.5 py-2 whitespace-nowrap hover:bg-base-200 aria-[current=page]:font-semibold aria-[current=page]:text-primary"
          >
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function AccountLinks({ viewer }: { viewer: Viewer | null }) {
  const t = useTranslate();
  if (!viewer?.name) {
    return (
      <>
        <Link to={paths.login()} className="btn btn-ghost">
          {t("nav:login")}
        </Link>
        <Link to={paths.register()} className="btn btn-primary">
          {t("nav:register")}
        </Link>
      </>
    );
  }
  return (
    <>
      <Link
        to={paths.account.notices()}
        className="btn btn-ghost relative px-2"
        aria-label={viewer.unread > 0 ? t("nav:notices.unread", { count: viewer.unread }) : t("nav:notices")}
      >
        <Bell aria-hidden size={20} />
        {viewer.unread > 0 ? (
          <span aria-hidden className="badge badge-error badge-sm">
            {viewer.unread > 99 ? "99+" : viewer.unread}
          </span>
        ) : null}
      </Link>
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
          <Form method="post" action={paths.logout()} reloadDocument>
            <button className="btn btn-ghost btn-block justify-start px-3 font-normal">{t("nav:logout")}</button>
          </Form>
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
    { label: "nav:organisation", to: paths.account.organisation() },
    { label: "nav:account", to: paths.account.home() },
  ];
}

function within(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}
