import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export function SiteFooter({ hasOutbox }: { hasOutbox: boolean }) {
  const t = useTranslate();
  return (
    <footer className="site mt-8 border-t border-base-300 bg-base-200">
      <div className="mx-auto flex max-w-[1200px] flex-wrap items-center gap-x-6 gap-y-2 px-4 py-5 text-sm">
        <p className="me-auto">
          {t("common:product")} · {t("common:tagline")}
        </p>
        <nav aria-label={t("nav:footer.site")}>
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            <FooterLink to={paths.cases()} label={t("nav:cases")} />
            <FooterLink to={paths.about()} label={t("nav:about")} />
            <FooterLink to={paths.howWeRank()} label={t("matching:rank.link")} />
            <FooterLink to={paths.api.reference()} label={t("api:page.link")} />
            <FooterLink to={paths.privacy()} label={t("nav:privacy")} />
            <FooterLink to={paths.accessibility()} label={t("nav:accessibility")} />
            {hasOutbox ? <FooterLink to={paths.outbox()} label={t("nav:outbox")} /> : null}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function FooterLink({ to, label }: { to: string; label: string }) {
  return (
    <li>
      <a href={to} className="link-plain inline-block py-1">
        {label}
      </a>
    </li>
  );
}
