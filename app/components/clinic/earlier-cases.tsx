/** Earlier cases a request may repeat, with the way to each. */
import { Link } from "@remix-run/react";
import { Note } from "~/components/kit/status";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { Earlier } from "~/domain/clinic/duplicates.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type EarlierProps = { earlier: readonly Earlier[]; names: CaseNames; viewer: "park" | "authority" };

export function EarlierCases({ earlier, names, viewer }: EarlierProps) {
  const t = useTranslate();
  const pathOf = viewer === "park" ? paths.parkDesk.diagnosis : paths.province.diagnosis;
  return (
    <Note tone="waiting">
      <strong>{t("desk:earlier")}</strong>
      <ul className="mt-1 flex flex-col gap-1">
        {earlier.map((one) => (
          <li key={one.id}>
            {one.isOpenable ? (
              <Link to={pathOf(one.id)} className="underline underline-offset-4">
                <EarlierWords one={one} names={names} />
              </Link>
            ) : (
              <EarlierWords one={one} names={names} />
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function EarlierWords({ one, names }: { one: Earlier; names: CaseNames }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const inPark = names.parks[one.parkSlug];
  const words = { date: formatDate(locale, one.at), park: inPark ? named(inPark) : one.parkSlug };
  if (one.kind === "open") return <>{t("desk:earlier.open", words)}</>;
  const shared = one.scenarios.map((key) => names.scenarios[key]).flatMap((found) => (found ? [named(found)] : []));
  return <>{t("desk:earlier.diagnosed", { ...words, scenarios: shared.join(t("clinic:list_comma")) })}</>;
}
