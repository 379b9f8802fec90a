/** What the enterprise's changes brought: effects measured so far, and beginning another one. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EffectStart } from "~/components/effects/effect-start";
import { EffectTable } from "~/components/effects/effect-table";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { StartForm } from "~/domain/effects/effect-form";
import { effectsOfEnterprise } from "~/domain/effects/effect-pages.server";
import { basesOf, startEffect } from "~/domain/effects/effects.server";
import { originsOf } from "~/domain/effects/origins.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { notFound, requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "effects:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  return {
    lines: await effectsOfEnterprise(db, member),
    origins: (await originsOf(db, member)).filter(({ next }) => next !== null),
    bases: (await basesOf(db, member)).toReversed(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, StartForm);
  if (!form.ok) return form.reply;
  const started = await store().write((tx) => startEffect(tx, member, form.value));
  if (started.ok) return redirectWith(paths.enterprise.effect(started.value.id), "effects:flash.started");
  const { reason } = started;
  if (reason === "not_found") throw notFound();
  if (reason === "base_too_late") return form.refuse({ fields: { base: "effects:refused.base_too_late" } });
  return form.refuse({ form: `effects:refused.${reason}` });
}

export default function EnterpriseEffects() {
  const t = useTranslate();
  const { lines, origins, bases } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("effects:title")} lead={t("effects:lead")} />
      {lines.length === 0 ? (
        <EmptyState title={t("effects:none")}>
          <p>{t("effects:none.text")}</p>
        </EmptyState>
      ) : (
        <EffectTable lines={lines} side="enterprise" hrefOf={paths.enterprise.effect} />
      )}
      <Section id="start" title={t("effects:start")} lead={t("effects:start.lead")}>
        <EffectStart origins={origins} bases={bases} answer={useActionData<typeof action>()} />
      </Section>
    </>
  );
}
