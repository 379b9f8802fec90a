import { Link } from "@remix-run/react";
import { StatusBadge } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = { searches: readonly { id: string; name: string; query: string; isAlert: boolean }[] };

/** A person's saved searches, each with a button that turns its alerts on or off. */
export function SearchAlerts({ searches }: Props) {
  const t = useTranslate();
  if (searches.length === 0) return <p className="muted">{t("alerts:searches.none")}</p>;
  return (
    <ul className="border-t border-base-300">
      {searches.map(({ id, name, query, isAlert }) => {
        const turn = isAlert ? "off" : "on";
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-base-300 py-1">
            <Link
              to={`${paths.solutions()}?${query}`}
              className="link-plain min-w-0 flex-1 basis-40 py-2 [overflow-wrap:anywhere]"
            >
              {name}
            </Link>
            <StatusBadge tone={isAlert ? "active" : "quiet"}>
              {t(isAlert ? "alerts:searches.is_on" : "alerts:searches.is_off")}
            </StatusBadge>
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <button
                name="intent"
                value={`search_${turn}`}
                aria-label={t(`alerts:searches.${turn}.label`, { name })}
                className="btn btn-ghost btn-sm min-h-11"
              >
                {t(`alerts:searches.${turn}`)}
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
