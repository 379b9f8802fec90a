/** One project, as the provider that carries it out sees it: start, delivery, the answer to a rating. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Writer } from "#db/store.server";
import { RefusalNote } from "~/components/kit/form";
import { DayForm } from "~/components/projects/project-acts";
import { ProjectFrame } from "~/components/projects/project-frame";
import { RatingAnswerForm } from "~/components/projects/rating-form";
import { RatingView } from "~/components/projects/rating-view";
import type { ProviderMember } from "~/domain/identity/actor";
import { reportDelivery, startProject } from "~/domain/projects/project-acts.server";
import { ProviderProjectForm } from "~/domain/projects/project-form";
import { projectFor } from "~/domain/projects/project-pages.server";
import { answerRating } from "~/domain/projects/ratings.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { dayOf } from "~/i18n/format";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const project = found(await projectFor(store().db, member, params.id ?? ""));
  const now = Date.now();
  return { project, now, today: dayOf(now), pageTitle: project.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  const form = await readForm(request, ProviderProjectForm);
  if (!form.ok) return form.reply;
  const act = form.value;
  const outcome = await store().write((tx) => perform(tx, member, id, act));
  if (outcome.ok) return redirectWith(paths.providerDesk.project(id), `quotes:flash.${act.intent}`);
  const { reason } = outcome;
  if (reason === "not_found") throw notFound();
  if (reason === "day_ahead" || reason === "day_before_objection")
    return form.refuse({ fields: { on: `quotes:refused.${reason}` } });
  if (reason === "day_too_early") {
    const step = act.intent === "start" ? "start" : "deliver";
    return form.refuse({ fields: { on: `quotes:refused.day_too_early.${step}` } });
  }
  return form.refuse({ form: `quotes:refused.${reason}` });
}

async function perform(tx: Writer, member: ProviderMember, id: string, act: ProviderProjectForm) {
  switch (act.intent) {
    case "start":
      return startProject(tx, member, id, act);
    case "deliver":
      return reportDelivery(tx, member, id, act);
    case "answer":
      return answerRating(tx, member, id, act.text);
  }
}

export default function ProviderProject() {
  const { project, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <RefusalNote answer={answer} />
      <ProjectFrame
        project={project}
        side="provider"
        now={now}
        acts={<Acts answer={answer} />}
        rating={<Rating answer={answer} />}
      />
    </>
  );
}

function Acts({ answer }: { answer: unknown }) {
  const { project, today } = useLoaderData<typeof loader>();
  if (project.holder !== "provider") return null;
  const intent = project.status === "contracted" ? "start" : "deliver";
  return <DayForm intent={intent} edit={project.edit} answer={answer} today={today} />;
}

function Rating({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const { project } = useLoaderData<typeof loader>();
  const { rating } = project;
  if (!rating) return null;
  return (
    <section aria-labelledby="rating-title" className="panel">
      <h2 id="rating-title" className="mb-3 text-lg">
        {t("quotes:rate.received")}
      </h2>
      <RatingView rating={rating} />
      {rating.answeredAt === null ? <RatingAnswerForm answer={answer} /> : null}
    </section>
  );
}
