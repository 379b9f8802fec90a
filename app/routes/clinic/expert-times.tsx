/** The times an expert publishes for visits, by week, with the visits that took them. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFor } from "~/components/clinic/answer-for";
import { PublishTime } from "~/components/clinic/publish-form";
import { WeekOfTimes } from "~/components/clinic/week-of-times";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { dayAt, daysLater, mondayOf } from "~/domain/clinic/shanghai-time";
import { TimesForm, weekFrom, type PublishForm } from "~/domain/clinic/slot-form";
import { publishTimes, removeTime, timesOfWeek } from "~/domain/clinic/slots.server";
import type { Expert } from "~/domain/identity/actor";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireExpert } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { errorCode } from "~/i18n/form-errors";
import { formatClock, formatDate, formatWeekday } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "visits:times.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const today = dayAt(Date.now());
  const monday = weekFrom(new URL(request.url).searchParams.get("week"), today);
  return { monday, tomorrow: daysLater(today, 1), times: await timesOfWeek(store().db, expert, monday) };
}

export async function action({ request }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const form = await readForm(request, TimesForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent === "publish") {
    const published = await publish(request, expert, value);
    return "problem" in published ? form.refuse({ fields: published.problem }) : published.reply;
  }
  const week = weekFrom(new URL(request.url).searchParams.get("week"), dayAt(Date.now()));
  const outcome = await store().write((tx) => removeTime(tx, expert, value.slotId));
  if (!outcome.ok) return form.refuse({ form: `visits:refused.${outcome.reason}` });
  return redirectWith(paths.expert.times({ week }), "visits:flash.removed");
}

type Published = { reply: Response } | { problem: Record<string, string> };

async function publish(request: Request, expert: Expert, form: PublishForm): Promise<Published> {
  const outcome = await store().write((tx) => publishTimes(tx, expert, form));
  if (outcome.ok) {
    const week = mondayOf(form.day);
    return { reply: await redirectWith(paths.expert.times({ week }), "visits:flash.published", outcome.value) };
  }
  if (outcome.reason !== "time_overlaps") return { problem: { day: `visits:refused.${outcome.reason}` } };
  const { locale } = await translateFor(request);
  const { startsAt, endsAt } = outcome.other;
  const range = { from: formatClock(locale, startsAt), to: formatClock(locale, endsAt) };
  const params = { day: formatWeekday(locale, startsAt), ...range };
  return { problem: { start: errorCode("visits:refused.time_overlaps", params) } };
}

export default function ExpertTimes() {
  const t = useTranslate();
  const locale = useLocale();
  const { monday, tomorrow, times } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const range = { from: formatDate(locale, monday), to: formatDate(locale, daysLater(monday, 6)) };
  return (
    <>
      <PageHeader
        title={t("visits:times.title")}
        lead={t("visits:times.lead")}
        up={{ to: paths.expert.home(), label: t("clinic:up.expert") }}
      />
      <RefusalNote answer={answerFor(answer, "remove")} />
      <Section id="publish-time" title={t("visits:publish.title")}>
        <PublishTime day={monday > tomorrow ? monday : tomorrow} answer={answer} />
      </Section>
      <Section id="week" title={t("visits:times.week", range)} actions={<OtherWeeks monday={monday} />}>
        <WeekOfTimes monday={monday} times={times} />
      </Section>
    </>
  );
}

function OtherWeeks({ monday }: { monday: string }) {
  const t = useTranslate();
  const to = (week: string | null) => paths.expert.times({ week });
  return (
    <nav aria-label={t("visits:times.weeks")} className="flex flex-wrap gap-2">
      <LinkButton to={to(daysLater(monday, -7))} small>
        {t("visits:times.before")}
      </LinkButton>
      <LinkButton to={to(null)} small>
        {t("visits:times.this")}
      </LinkButton>
      <LinkButton to={to(daysLater(monday, 7))} small>
        {t("visits:times.next")}
      </LinkButton>
    </nav>
  );
}
