import { useTranslate } from "~/i18n/use-translate";
import { presentItem, type NavItem } from "./navigation";

/** Plain anchors: most pages ship no JavaScript, and the router's links took a tenth of the time a page takes to draw. */
export function NavRow({ items, path, stacked }: { items: NavItem[]; path: string; stacked?: true }) {
  const t = useTranslate();
  const present = presentItem(items, path);
  return (
    <ul className={stacked ? "flex flex-col" : "flex items-center"}>
      {items.map(({ label, to }) => (
        <li key={to}>
          <a
            href={to}
            aria-current={to === present ? "page" : undefined}
            className="block rounded-field px-2.5 py-2 whitespace-nowrap hover:bg-base-200 aria-[current=page]:font-semibold aria-[current=page]:text-primary"
          >
            {t(label)}
          </a>
        </li>
      ))}
    </ul>
  );
}
