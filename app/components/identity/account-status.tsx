import { StatusBadge } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";

export function AccountStatus({ isClosed }: { isClosed: boolean }) {
  const t = useTranslate();
  return isClosed ? (
    <StatusBadge tone="quiet">{t("identity:admin.users.closed")}</StatusBadge>
  ) : (
    <StatusBadge tone="done">{t("identity:admin.users.open")}</StatusBadge>
  );
}
