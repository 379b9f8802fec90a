import { Form, Link } from "@remix-run/react";
import { providerStatuses, type ProviderStatus, type ProviderType } from "#db/vocabulary/catalogue";
import { ProviderStatusBadge } from "~/components/catalogue/status-badges";
import { EmptyState } from "~/components/kit/page";
import { Pager, Table, type Column } from "~/components/kit/table";
import { useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { ParkName, type ParkNames } from "./queue-table";

type Row = { id: string; name: string; status: ProviderStatus; type: ProviderType; parkSlug: string | null };
type Filter = { q: string; status: ProviderStatus | null; after: string | null };
type Props = { items: readonly Row[]; next: string | null; filter: Filter; audience: DeskAudience; parks: ParkNames };

/** All providers within reach by name, also long after their approval: the way to suspend and restore. */
export function ProviderDirectory({ items, next, filter, audience, parks }: Props) {
  const t = useTranslate();
  const at = (after: string | null) =>
    deskPaths[audience].desk({ show: "providers", q: filter.q, status: filter.status, after });
  const columns: Column<Row>[] = [
    { head: t("moderation:queue.provider"), cell: (row) => <Name row={row} audience={audience} /> },
    ...(audience === "province"
      ? [{ head: t("moderation:queue.park"), cell: (row: Row) => <ParkName slug={row.parkSlug} parks={parks} /> }]
      : []),
    { head: t("moderation:directory.status"), cell: ({ status }) => <ProviderStatusBadge status={status} /> },
  ];
  return (
    <>
      <DirectoryFilter filter={filter} audience={audience} />
      {items.length === 0 ? (
        <EmptyState title={t("moderation:directory.none")}>{t("moderation:directory.none.text")}</EmptyState>
      ) : (
        <Table caption={t("moderation:queue.provider")} rows={items} columns={columns} keyOf={({ id }) => id} />
      )}
      <Pager
        first={filter.after ? at(null) : null}
        next={next ? at(next) : null}
        label={t("moderation:directory.pages")}
      />
    </>
  );
}

function Name({ row, audience }: { row: Row; audience: DeskAudience }) {
  const t = useTranslate();
  return (
    <div className="flex min-w-40 flex-col items-start gap-1">
      <Link to={deskPaths[audience].provider(row.id)} className="link-plain font-semibold">
        {row.name}
      </Link>
      <span className="muted text-sm">{t(`catalogue:provider_type.${row.type}`)}</span>
    </div>
  );
}

function DirectoryFilter({ filter, audience }: { filter: Filter; audience: DeskAudience }) {
  const t = useTranslate();
  return (
    <Form
      method="get"
      action={deskPaths[audience].desk()}
      role="search"
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="show" value="providers" />
      <div className="flex grow basis-52 flex-col gap-1 sm:max-w-80">
        <label htmlFor="directory-q" className="font-semibold">
          {t("moderation:directory.search")}
        </label>
        <input
          id="directory-q"
          type="search"
          name="q"
          defaultValue={filter.q}
          maxLength={60}
          className="input w-full"
        />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor="directory-status" className="font-semibold">
          {t("moderation:directory.status")}
        </label>
        <select id="directory-status" name="status" defaultValue={filter.status ?? ""} className="select">
          <option value="">{t("common:all")}</option>
          {providerStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`catalogue:provider_status.${status}`)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn min-h-11 border-base-300 bg-base-100">{t("common:search")}</button>
    </Form>
  );
}
