/** Choosing one to five solutions and sending the group request. What is chosen stands in the address. */
import { Link } from "@remix-run/react";
import { Search } from "lucide-react";
import type { PickedList } from "~/components/clinic/solution-picker";
import { Button } from "~/components/kit/button";
import { FieldError } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { Note } from "~/components/kit/status";
import type { ParkGroup } from "~/domain/projects/group-pages.server";
import { isEnough, MAX_SOLUTIONS, MIN_MEMBERS } from "~/domain/projects/group-status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Chosen = { slug: string; title: string; providerName: string };
type SendProps = { group: ParkGroup; picked: PickedList; chosen: readonly Chosen[]; answer: unknown };

export function GroupSend({ group, picked, chosen, answer }: SendProps) {
  const t = useTranslate();
  const slugs = chosen.map(({ slug }) => slug);
  const at = (solution: string[]) => `${paths.parkDesk.group(group.id, { q: picked.q, solution })}#send`;
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <ChosenForm
        group={group}
        chosen={chosen}
        answer={answer}
        without={(slug) => at(slugs.filter((s) => s !== slug))}
      />
      <form method="get" role="search" action={`${paths.parkDesk.group(group.id)}#send`} className="flex gap-2">
        {slugs.map((slug) => (
          <input key={slug} type="hidden" name="solution" value={slug} />
        ))}
        <input
          type="search"
          name="q"
          defaultValue={picked.q}
          aria-label={t("groups:send.search")}
          placeholder={t("groups:send.placeholder")}
          className="input min-h-11 min-w-0 flex-1"
        />
        <Button tone="plain">
          <Search aria-hidden size={18} />
          {t("groups:send.search")}
        </Button>
      </form>
      <p className="muted text-sm">
        {t(picked.q ? "groups:send.found" : "groups:send.of_scenario", { count: picked.total, q: picked.q })}
      </p>
      <ul className="flex flex-col divide-y divide-base-300 rounded-box border border-base-300">
        {picked.items
          .filter(({ slug }) => !slugs.includes(slug))
          .map(({ slug, title, providerName, summary }) => (
            <li key={slug} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <div className="min-w-0 flex-1 basis-60">
                <Link to={paths.solution(slug)} className="link-plain break-words">
                  {title}
                </Link>{" "}
                <span className="muted text-sm">{providerName}</span>
                <p className="muted line-clamp-1 text-sm">{summary}</p>
              </div>
              {slugs.length < MAX_SOLUTIONS ? (
                <Link to={at([...slugs, slug])} className="link-plain inline-flex min-h-9 items-center px-2">
                  {t("groups:send.choose")}
                  <span className="sr-only">{title}</span>
                </Link>
              ) : null}
            </li>
          ))}
      </ul>
    </div>
  );
}

type FormProps = Pick<SendProps, "group" | "chosen" | "answer"> & { without: (slug: string) => string };

function ChosenForm({ group, chosen, answer, without }: FormProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ solutions: string[] }>({ id: "send", answer });
  const label = t("groups:send.chosen");
  return (
    <PostForm form={form} className="panel flex flex-col gap-3">
      <ErrorSummary form={form} labels={{ solutions: label }} />
      <input type="hidden" name="intent" value="send" />
      <input type="hidden" name="edit" value={group.edit} />
      <h3 id={fields.solutions.id} tabIndex={-1} className="font-semibold">
        {label}
      </h3>
      <FieldError field={fields.solutions} />
      {chosen.length === 0 ? <p className="muted">{t("groups:send.none")}</p> : null}
      <ol className="list-decimal ps-6">
        {chosen.map(({ slug, title, providerName }) => (
          <li key={slug}>
            <input type="hidden" name="solutions" value={slug} />
            {title} <span className="muted text-sm">{providerName}</span>{" "}
            <Link to={without(slug)} className="link-plain inline-flex min-h-9 items-center px-2">
              {t("groups:send.drop")}
              <span className="sr-only">{title}</span>
            </Link>
          </li>
        ))}
      </ol>
      {isEnough(group.joined) ? (
        <>
          <p>{t("groups:send.what", { joined: group.joined })}</p>
          <div>
            <Button>{t("groups:send.submit")}</Button>
          </div>
        </>
      ) : (
        <Note tone="waiting">{t("groups:send.too_few", { joined: group.joined, min: MIN_MEMBERS })}</Note>
      )}
    </PostForm>
  );
}
