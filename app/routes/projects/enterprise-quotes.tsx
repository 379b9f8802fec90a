/** What was offered for one need, side by side, and the acceptance of one of them. The address says which one is being accepted. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { AcceptForm as AcceptSection } from "~/components/projects/accept-form";
import { QuoteColumns } from "~/components/projects/quote-columns";
import { acceptQuote } from "~/domain/projects/acceptance.server";
import { isOpen, mayMove } from "~/domain/projects/enquiry-status";
import { quoteComparison } from "~/domain/projects/quote-comparison.server";
import { AcceptForm } from "~/domain/projects/quote-form";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "quotes:compare.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const comparison = found(await quoteComparison(store().db, member, params.id ?? ""));
  return { comparison, accepting: new URL(request.url).searchParams.get("accept"), now: Date.now() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const comparison = found(await quoteComparison(store().db, member, params.id ?? ""));
  const form = await readForm(request, AcceptForm);
  if (!form.ok) return form.reply;
  if (!comparison.columns.some(({ id }) => id === form.value.enquiry)) throw notFound();
  const outcome = await store().write((tx) => acceptQuote(tx, member, form.value));
  if (outcome.ok) return redirectWith(paths.enterprise.project(outcome.value), "quotes:flash.accepted");
  const { reason } = outcome;
  if (reason === "not_found") throw notFound();
  if (reason === "words_missing") return form.refuse({ fields: { text: "quotes:refused.words_missing" } });
  return form.refuse({ form: `projects:refused.${reason}` });
}

export default function EnterpriseQuotes() {
  const t = useTranslate();
  const locale = useLocale();
  const { comparison, now } = useLoaderData<typeof loader>();
  const { columns, createdAt, projectId, message } = comparison;
  const [only] = columns;
  const date = formatDate(locale, createdAt);
  const quoted = columns.filter(({ quote }) => quote !== null).length;
  return (
    <>
      <PageHeader
        title={t("quotes:compare.title")}
        lead={
          columns.length > 1
            ? t("quotes:compare.lead", { date, count: columns.length, quoted })
            : t("quotes:compare.alone", { date })
        }
        up={
          only && columns.length === 1
            ? { to: paths.enterprise.enquiry(only.id), label: only.title }
            : { to: paths.enterprise.enquiries(), label: t("projects:enquiries.title") }
        }
        actions={
          projectId ? (
            <LinkButton to={paths.enterprise.project(projectId)} tone="primary">
              {t("quotes:compare.project")}
            </LinkButton>
          ) : undefined
        }
      />
      <Accepting />
      <QuoteColumns comparison={comparison} now={now} />
      <p className="muted mt-3 text-sm">{t("quotes:lines.eligible.note")}</p>
      <p className="muted no-print text-sm">{t("quotes:compare.print")}</p>
      <Section id="message" title={t("quotes:compare.message")}>
        <p className="measure break-words whitespace-pre-line">{message}</p>
      </Section>
    </>
  );
}

/** Only an offer that can be accepted now; a refused one says why. */
function Accepting() {
  const { comparison, accepting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { columns, id } = comparison;
  const chosen = columns.find(
    ({ quote, state }) => quote?.id === accepting && mayMove("enterprise", state, "accepted"),
  );
  if (!chosen) return <RefusalNote answer={answer} />;
  const others = columns.filter((column) => column !== chosen && isOpen(column.state));
  return <AcceptSection chosen={chosen} others={others} back={paths.enterprise.quotes(id)} answer={answer} />;
}
