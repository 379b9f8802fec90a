/** The letters a demonstration world would have sent. A real world has no such page. */
import { useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { newestLetters } from "~/domain/notices/outbox.server";
import { notFound } from "~/http/guards.server";
import { isOutboxOpen } from "~/http/viewer.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "identity:outbox.title" };

const SHOWN = 50;

export async function loader() {
  if (!(await isOutboxOpen())) throw notFound();
  return { letters: await newestLetters(store().db, SHOWN) };
}

export default function Outbox() {
  const t = useTranslate();
  const { letters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("identity:outbox.title")} lead={t("identity:outbox.lead", { count: letters.length })} />
      {letters.length === 0 ? <EmptyState title={t("identity:outbox.empty")} /> : null}
      <ol className="flex flex-col gap-4">
        {letters.map((letter) => (
          <LetterRow key={letter.id} {...letter} />
        ))}
      </ol>
    </>
  );
}

type LetterProps = { recipient: string; subject: string; body: string; createdAt: number };

function LetterRow({ recipient, subject, body, createdAt }: LetterProps) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <li className="panel">
      <h2 className="text-lg">{subject}</h2>
      <p className="muted text-sm">
        {t("identity:outbox.to")} {recipient} · {formatDateTime(locale, createdAt)}
      </p>
      <p className="mt-2 break-words whitespace-pre-line">
        {body.split(/(https?:\/\/\S+)/).map((part, i) =>
          part.startsWith("http") ? (
            <a key={i} href={pathOf(part)} className="link-plain break-all">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </li>
  );
}

/** Links lead to this server, whatever address it was reached by. */
function pathOf(link: string): string {
  const url = new URL(link);
  return url.pathname + url.search;
}
