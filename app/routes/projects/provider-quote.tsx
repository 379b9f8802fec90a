/** A quote, line by line. Lines are added and removed by submitting, so that it works without JavaScript. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { QuoteEditor, type TypedQuote } from "~/components/projects/quote-editor";
import { QuotePanel } from "~/components/projects/quote-panel";
import { enquiryFor, type EnquiryDetail } from "~/domain/projects/enquiry-detail.server";
import { mayMove, DAY_MS, QUOTE_DAYS } from "~/domain/projects/enquiry-status";
import { QuoteForm } from "~/domain/projects/quote-form";
import { sendQuote } from "~/domain/projects/quotes.server";
import { typedTotal } from "~/domain/projects/typed-total";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { dayOf } from "~/i18n/format";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const enquiry = found(await enquiryFor(store().db, member, params.id ?? ""));
  const now = Date.now();
  const { id, enterprise, solution, quote, state, message } = enquiry;
  return {
    ...{ id, now, quote, message, pageTitle: solution?.title },
    ...{ enterprise: enterprise?.name ?? "", solution: solution?.title ?? "" },
    mayQuote: mayMove("provider", state, "quoted"),
    defaults: { ...typedOf(quote), id: newId("quo"), validUntil: dayOf(now + QUOTE_DAYS * DAY_MS) },
  };
}

/** A new offer begins as the last one was. */
function typedOf(quote: EnquiryDetail["quote"]): Omit<TypedQuote, "id" | "validUntil"> {
  const empty = { text: "", price: "", isEligible: undefined };
  if (!quote) return { seen: "0", lines: [empty], days: "", warrantyMonths: "", note: "" };
  return {
    seen: String(quote.number),
    lines: quote.lines.map(({ text, priceFen, isEligible }) => ({
      ...{ text, price: String(priceFen / 100), isEligible: isEligible ? "on" : undefined },
    })),
    days: quote.days === 0 ? "" : String(quote.days),
    warrantyMonths: String(quote.warrantyMonths),
    note: quote.note,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  found(await enquiryFor(store().db, member, id));
  const form = await readForm(request, QuoteForm);
  if (!form.ok) {
    const { data: reply } = form.reply;
    // A line was added or removed: nothing was sent yet, so nothing is wrong yet.
    return reply.status === undefined ? data({ ...reply, status: undefined, error: undefined }) : form.reply;
  }
  const outcome = await store().write((tx) => sendQuote(tx, member, id, form.value));
  if (outcome.ok) return redirectWith(paths.providerDesk.enquiry(id), "quotes:flash.quoted");
  const { reason } = outcome;
  if (reason === "not_found") throw notFound();
  if (reason === "valid_until_past" || reason === "valid_until_far")
    return form.refuse({ fields: { validUntil: `quotes:refused.${reason}` } });
  if (reason === "newer_quote") return form.refuse({ form: "quotes:refused.newer_quote" });
  return form.refuse({ form: `projects:refused.${reason}` });
}

export default function ProviderQuote() {
  const t = useTranslate();
  const { id, enterprise, solution, quote, message, mayQuote, defaults, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.initialValue?.lines ?? defaults.lines;
  return (
    <>
      <PageHeader
        title={t("quotes:edit.title")}
        lead={t("quotes:edit.lead", { enterprise, solution })}
        up={{ to: paths.providerDesk.enquiry(id), label: t("quotes:edit.back") }}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {mayQuote ? (
            <QuoteEditor answer={answer} defaults={defaults} totalFen={typedTotal(typed)} seen={quote?.number ?? 0} />
          ) : (
            <Note>
              {t("quotes:edit.closed")}{" "}
              <Link to={paths.providerDesk.enquiry(id)} className="underline">
                {t("quotes:edit.back")}
              </Link>
            </Note>
          )}
        </div>
        <aside className="flex min-w-0 flex-col gap-4">
          <div className="panel">
            <h2 className="mb-2 text-lg">{t("quotes:edit.message")}</h2>
            <p className="break-words whitespace-pre-line">{message}</p>
          </div>
          {quote ? <QuotePanel quote={quote} now={now} /> : null}
        </aside>
      </div>
    </>
  );
}
