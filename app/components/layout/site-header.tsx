import { Menu } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { AccountLinks, type Viewer as AccountViewer } from "./account-links";
import { NavRow } from "./nav-row";
import { audienceNav, publicNav } from "./navigation";
import { OwnPart } from "./own-part";
import { Preferences } from "./preferences";

type Viewer = AccountViewer & { isOfProvince: boolean; isDemo: boolean };

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
      <div className="mx-auto flex max-w-[1200px] flex-wrap items-center gap-x-1 gap-y-2 px-4 py-2 sm:gap-x-4">
        <a href={paths.home()} className="flex items-center gap-2 py-1 text-lg font-semibold">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {t("common:product")}
        </a>
        <nav aria-label={t("nav:main")} className="hidden flex-1 xl:block [&:lang(en)]:text-sm [&:lang(en)_a]:px-1">
          <NavRow items={publicNav} path={path} />
        </nav>
        <div className="ms-auto flex items-center sm:gap-1">
          <OwnPart at={{ part: "account" }} draw={() => <AccountLinks viewer={viewer} />} />
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
            <NavRow items={workspace.items.filter((item) => !item.isOfProvince || viewer?.isOfProvince)} path={path} />
          </nav>
        </div>
      ) : null}
    </header>
  );
}

function within(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}
