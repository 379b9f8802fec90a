/** What a person follows: the list, the choice of more, and the offer a park's or scenario's page leads to. */
import type { FollowKind } from "#db/vocabulary/notices";
import { BellPlus } from "lucide-react";
import { Button, LinkButton } from "~/components/kit/button";
import { SelectField } from "~/components/kit/fields";
import { PostForm, useFormOf } from "~/components/kit/form";
import { Note, Tag } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Named = { what: string; kind: FollowKind; name: string };

/** Leads from a public page to the offer: the same for all readers, and works before signing in. */
export function FollowLink({ kind, thing }: { kind: FollowKind; thing: string }) {
  const t = useTranslate();
  return (
    <LinkButton to={paths.account.alerts({ follow: `${kind}:${thing}` })}>
      <BellPlus aria-hidden size={18} />
      {t("alerts:follow")}
    </LinkButton>
  );
}

export function FollowOffer({ what, name, isFollowed }: Named & { isFollowed: boolean }) {
  const t = useTranslate();
  if (isFollowed) {
    return (
      <div className="mb-6">
        <Note tone="done">{t("alerts:offer.followed", { name })}</Note>
      </div>
    );
  }
  return (
    <form method="post" className="panel mb-6 flex flex-wrap items-center gap-3 border-primary">
      <input type="hidden" name="what" value={what} />
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-lg">{t("alerts:offer.title", { name })}</h2>
        <p className="muted text-sm">{t("alerts:offer.text")}</p>
      </div>
      <Button intent="follow">{t("alerts:follow.submit")}</Button>
    </form>
  );
}

export function FollowList({ followed }: { followed: readonly Named[] }) {
  const t = useTranslate();
  if (followed.length === 0) return <p className="muted mb-4">{t("alerts:follows.none")}</p>;
  return (
    <ul className="mb-4 border-t border-base-300">
      {followed.map(({ what, kind, name }) => (
        <li key={what} className="flex flex-wrap items-center gap-x-3 border-b border-base-300 py-1">
          <Tag>{t(`alerts:kind.${kind}`)}</Tag>
          <span className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere]">{name}</span>
          <form method="post">
            <input type="hidden" name="what" value={what} />
            <button
              name="intent"
              value="unfollow"
              aria-label={t("alerts:follows.remove.label", { name })}
              className="btn btn-ghost btn-sm min-h-11"
            >
              {t("alerts:follows.remove")}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

type Choices = readonly { kind: FollowKind; options: { value: string; label: string }[] }[];

export function FollowForm({ choices, answer }: { choices: Choices; answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ what: string }>({ id: "follow", answer });
  return (
    <PostForm form={form} className="flex max-w-xl flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-60">
        <SelectField
          field={fields.what}
          label={t("alerts:follows.what")}
          options={choices.map(({ kind, options }) => ({ label: t(`alerts:kind.${kind}`), options }))}
        />
      </div>
      <Button intent="follow" tone="plain">
        {t("alerts:follows.add")}
      </Button>
    </PostForm>
  );
}
