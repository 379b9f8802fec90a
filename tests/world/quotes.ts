/** Asking, offering and accepting, as the sides of the market would click it. */
import type { Browser, Page } from "./browse";
import type { Look } from "./database";

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days as a form takes them, in Shanghai. */
export const today = new Date(Date.now() + SHANGHAI_MS).toISOString().slice(0, 10);
export const inTwoMonths = new Date(Date.now() + 60 * DAY_MS).toISOString().slice(0, 10);

export type Listed = { slug: string; title: string; providerName: string };

/** A published solution of the provider of a ready login, or, without one, of a provider that nobody signs in for. */
export function listedOf(look: Look, email = ""): Listed {
  const select = `SELECT s.slug, v.title, o.name AS providerName FROM solution s
    JOIN solution_version v ON v.id = s.currentVersionId
    JOIN organisation o ON o.id = s.providerId JOIN provider p ON p.organisationId = s.providerId
    LEFT JOIN membership m ON m.organisationId = s.providerId LEFT JOIN user u ON u.id = m.userId
    WHERE s.status = 'published' AND p.status = 'open' AND coalesce(u.email, '') = ? ORDER BY s.id`;
  const row = look.row(select, email);
  return { slug: row.slug ?? "", title: row.title ?? "", providerName: row.providerName ?? "" };
}

/** The id of the enquiry with this message about a solution. */
export function enquiryAbout(look: Look, message: string, slug: string): string {
  const select = "SELECT e.id FROM enquiry e JOIN solution s ON s.id = e.solutionId WHERE e.message = ? AND s.slug = ?";
  return look.value(select, message, slug);
}

type Offer = { price: string; days: string; warrantyMonths: string; note?: string };

/** Offers a price in one line. */
export async function sendQuote(provider: Browser, enquiry: string, { price, note = "", ...rest }: Offer) {
  const form = await provider.get(`/provider/enquiries/${enquiry}/quote`);
  const line = { "lines[0].text": "整套方案", "lines[0].price": price };
  return form.submit("发出报价", { ...line, ...rest, note, validUntil: inTwoMonths }, "form#quote");
}

/** Where a comparison of quotes lets one of them be accepted, by the name of its provider. */
export function acceptLinks({ $ }: Page): Map<string, string> {
  const links = $("a")
    .toArray()
    .map((one) => $(one))
    .filter((one) => one.text().startsWith("接受这份报价"));
  return new Map(links.map((one) => [one.find(".sr-only").text(), one.attr("href") ?? ""]));
}
