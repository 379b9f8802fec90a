/** Solutions the reader keeps at hand: a visitor's in the browser, a signed-in person's in the account. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FavouriteForm, favouriteId } from "~/components/catalogue/favourite-button";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { SolutionRow } from "~/components/catalogue/solution-row";
import { Button, LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import {
  addFavourite,
  favouriteSolutions,
  MOST_IN_BROWSER,
  removeFavourite,
} from "~/domain/catalogue/favourites.server";
import { cardOf } from "~/domain/catalogue/solution-card";
import { MOST_COMPARED } from "~/domain/catalogue/solution-page.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { favouritesInBrowser, favouritesOf, keepInBrowser } from "~/http/favourites.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { signedIn } from "~/http/guards.server";
import { localPath } from "~/http/local-path";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "catalogue:favourites.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const [who, slugs] = await Promise.all([signedIn(request), favouritesOf(request)]);
  const { solutions, missing } = await favouriteSolutions(db, slugs);
  const reference = await referenceOf(db);
  return {
    isSignedIn: who !== null,
    cards: solutions.map((each) => cardOf(each, reference)),
    missing,
    mostInBrowser: MOST_IN_BROWSER,
    mostCompared: MOST_COMPARED,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { form } = await readIntent(request);
  const to = localPath(form.get("to"), paths.favourites());
  const [add, remove] = [textOf(form.get("add")), textOf(form.get("remove"))];
  const who = await signedIn(request);
  if (form.has("forget")) return forgetMissing(request, who?.userId ?? null);
  const outcome = who
    ? await changeAccount(who.userId, add, remove)
    : await changeBrowser(favouritesInBrowser(request), add, remove);
  if ("refused" in outcome) return refusal(`catalogue:favourites.refused.${outcome.refused}`);
  // Back to the button that was pressed, not to the top of a long list.
  const pressed = `${to}#${encodeURIComponent(favouriteId(add ?? remove ?? ""))}`;
  const headers = outcome.cookie === null ? undefined : { "Set-Cookie": outcome.cookie };
  return redirectWith(pressed, `catalogue:favourites.done.${add === null ? "remove" : "add"}`, {}, headers);
}

type Changed = { cookie: string | null } | { refused: "not_found" | "full" };

async function changeAccount(userId: string, add: string | null, remove: string | null): Promise<Changed> {
  if (remove !== null) await store().write((tx) => removeFavourite(tx, userId, remove));
  if (add === null) return { cookie: null };
  const outcome = await store().write((tx) => addFavourite(tx, userId, add));
  return outcome.ok ? { cookie: null } : { refused: outcome.reason };
}

async function changeBrowser(kept: readonly string[], add: string | null, remove: string | null): Promise<Changed> {
  const others = kept.filter((slug) => slug !== add && slug !== remove);
  if (add === null) return { cookie: keepInBrowser(others) };
  if (others.length >= MOST_IN_BROWSER) return { refused: "full" };
  const { missing } = await favouriteSolutions(store().db, [add]);
  return missing > 0 ? { refused: "not_found" } : { cookie: keepInBrowser([add, ...others]) };
}

/** What is not published any more takes up room that nobody sees. */
async function forgetMissing(request: Request, userId: string | null) {
  const slugs = await favouritesOf(request);
  const { solutions } = await favouriteSolutions(store().db, slugs);
  const live = solutions.map(({ slug }) => slug);
  if (userId === null)
    return redirect(paths.favourites(), { status: 303, headers: { "Set-Cookie": keepInBrowser(live) } });
  for (const slug of slugs.filter((each) => !live.includes(each))) {
    await store().write((tx) => removeFavourite(tx, userId, slug));
  }
  return redirect(paths.favourites(), 303);
}

function textOf(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

const COMPARE_FORM = "compare";

export default function Favourites() {
  const t = useTranslate();
  const { isSignedIn, cards, missing, mostInBrowser, mostCompared } = useLoaderData<typeof loader>();
  const first = cards.slice(0, mostCompared).map(({ slug }) => slug);
  return (
    <>
      <PageHeader
        title={t("catalogue:favourites.title")}
        lead={cards.length > 0 ? t("catalogue:favourites.lead", { count: cards.length }) : undefined}
        up={{ to: paths.solutions(), label: t("search:page.up") }}
        actions={
          first.length > 1 ? (
            <LinkButton to={paths.compare(first)} tone="primary">
              {t("catalogue:favourites.compare", { count: first.length })}
            </LinkButton>
          ) : null
        }
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <FavouriteForm to={paths.favourites()} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {isSignedIn || cards.length === 0 ? null : <InBrowser most={mostInBrowser} />}
        {missing > 0 ? <Missing count={missing} /> : null}
      </div>
      {cards.length === 0 ? (
        <EmptyState title={t("catalogue:favourites.none")}>
          <p>{t("catalogue:favourites.none.text")}</p>
          <LinkButton to={paths.solutions()} tone="primary">
            {t("catalogue:saved.find")}
          </LinkButton>
        </EmptyState>
      ) : (
        <>
          <ul>
            {cards.map((card) => (
              <SolutionRow key={card.slug} card={card} heading="h2" compareForm={COMPARE_FORM} isKept />
            ))}
          </ul>
          {cards.length > 1 ? (
            <form
              id={COMPARE_FORM}
              action={paths.compare([])}
              className="no-print sticky bottom-0 flex flex-wrap items-center gap-x-4 border-t border-base-300 bg-base-100 py-2"
            >
              <Button tone="plain">{t("search:row.compare.go")}</Button>
              <span className="muted text-sm max-sm:sr-only">{t("search:row.compare.hint")}</span>
            </form>
          ) : null}
          <div className="mt-4">
            <FactsLegend />
          </div>
        </>
      )}
    </>
  );
}

function Missing({ count }: { count: number }) {
  const t = useTranslate();
  return (
    <Note tone="waiting">
      <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {t("catalogue:favourites.missing", { count })}
        <button name="forget" value="missing" className="btn btn-sm min-h-11">
          {t("catalogue:favourites.forget")}
        </button>
      </form>
    </Note>
  );
}

function InBrowser({ most }: { most: number }) {
  const t = useTranslate();
  return (
    <div className="no-print">
      <Note>
        <p>{t("catalogue:favourites.in_browser", { most })}</p>
        <p className="mt-2">
          <LinkButton to={paths.login(paths.favourites())} small>
            {t("catalogue:favourites.sign_in")}
          </LinkButton>
        </p>
      </Note>
    </div>
  );
}
