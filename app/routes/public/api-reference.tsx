/** The machine interface for people: what every address takes and answers, drawn from the OpenAPI document. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader, Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { apiDocument } from "~/http/api-document";
import { apiReference, type ApiRow, type ApiSection } from "~/http/api-page";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "api:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await translateFor(request);
  return { ...apiReference(apiDocument(t), t), examples };
}

/** Addresses to open and look at. */
const examples: Record<string, string> = {
  [paths.api.solutions()]: paths.api.solutions({ q: "排产", deploy: ["saas"], per: "20" }),
  [paths.api.providers()]: paths.api.providers({ type: "product" }),
  [paths.api.scenarios()]: paths.api.scenarios({ kind: "core" }),
  [paths.api.match()]: paths.api.match({ industry: "C3670", scenario: ["planning"], budget: "100000" }),
  [paths.api.suggest()]: paths.api.suggest({ q: "paichan" }),
  [paths.api.openapi()]: paths.api.openapi(),
};

const rules = ["format", "language", "paging", "ignored", "errors", "cache", "cors"] as const;

export default function ApiReference() {
  const t = useTranslate();
  const { sections, types } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("api:title")}
        lead={t("api:lead")}
        actions={
          <LinkButton to={paths.api.openapi()} reloadDocument>
            {t("api:page.document")}
          </LinkButton>
        }
      />
      <Section id="rules" title={t("api:page.rules")}>
        <ul className="measure flex list-disc flex-col gap-1 ps-5">
          {rules.map((rule) => (
            <li key={rule}>{t(`api:page.rules.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <nav aria-label={t("api:page.addresses")} className="no-print mt-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {sections.map(({ path, title }) => (
            <li key={path}>
              <a href={`#${idOf(path)}`} className="link-plain inline-block py-1">
                {title}
              </a>
            </li>
          ))}
          <li>
            <a href="#types" className="link-plain inline-block py-1">
              {t("api:page.types")}
            </a>
          </li>
        </ul>
      </nav>
      {sections.map((section) => (
        <Address key={section.path} section={section} />
      ))}
      <Section id="types" title={t("api:page.types")}>
        {types.map(({ name, fields }) => (
          <div key={name} className="mb-6">
            <h3 className="mb-2 text-base">
              <code>{name}</code>
            </h3>
            <Rows caption={name} head={t("api:page.field")} rows={fields} />
          </div>
        ))}
      </Section>
    </>
  );
}

function Address({ section }: { section: ApiSection }) {
  const t = useTranslate();
  const shown = useLoaderData<typeof loader>().examples;
  const example = shown[section.path] ?? section.path;
  return (
    <Section id={idOf(section.path)} title={section.title} lead={section.text}>
      <p className="break-all">
        <code>GET {section.path}</code>
      </p>
      <p className="mb-3 break-all">
        {t("api:page.try")} <a href={example}>{decodeURI(example)}</a>
      </p>
      <h3 className="mt-4 mb-2 text-base">{t("api:page.parameters")}</h3>
      {section.parameters.length === 0 ? (
        <p className="muted">{t("api:page.no_parameters")}</p>
      ) : (
        <Rows
          caption={`${section.title} · ${t("api:page.parameters")}`}
          head={t("api:page.parameter")}
          rows={section.parameters}
        />
      )}
      <h3 className="mt-4 mb-2 text-base">{t("api:page.answer")}</h3>
      <Rows caption={`${section.title} · ${t("api:page.answer")}`} head={t("api:page.field")} rows={section.fields} />
      <h3 className="mt-4 mb-2 text-base">{t("api:page.answers")}</h3>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {section.statuses.map(({ status, text }) => (
          <div key={status} className="contents">
            <dt className="font-semibold">{status}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function idOf(path: string): string {
  return path.split("/").at(-1)?.replace(".", "-") ?? "";
}

function Rows({ caption, head, rows }: { caption: string; head: string; rows: readonly ApiRow[] }) {
  const t = useTranslate();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { head, cell: ({ name }) => <code>{name}</code> },
        { head: t("api:page.type"), cell: ({ type }) => type },
        { head: t("api:page.meaning"), cell: ({ text }) => text },
      ]}
    />
  );
}
