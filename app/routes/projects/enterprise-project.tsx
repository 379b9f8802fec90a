/** One project, as the enterprise that ordered it sees it: acceptance or objection, and one rating. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Writer } from "#db/store.server";
import { RefusalNote } from "~/components/kit/form";
import { Note } from "~/components/kit/status";
import { ApproveForm, ObjectForm } from "~/components/projects/project-acts";
import { ProjectFrame } from "~/components/projects/project-frame";
import { RatingForm } from "~/components/projects/rating-form";
import { RatingView } from "~/components/projects/rating-view";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { acceptDelivery, objectToDelivery } from "~/domain/projects/project-acts.server";
import { EnterpriseProjectForm } from "~/domain/projects/project-form";
import { projectFor } from "~/domain/projects/project-pages.server";
import { rateProject } from "~/domain/projects/ratings.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const project = found(await projectFor(store().db, member, params.id ?? ""));
  return { project, now: Date.now(), pageTitle: project.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = params.id ?? "";
  const form = await readForm(request, EnterpriseProjectForm);
  if (!form.ok) return form.reply;
  const act = form.value;
  const outcome = await store().write((tx) => perform(tx, member, id, act));
  if (outcome.ok) return redirectWith(paths.enterprise.project(id), `quotes:flash.${act.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `quotes:refused.${outcome.reason}` });
}

async function perform(tx: Writer, member: EnterpriseMember, id: string, act: EnterpriseProjectForm) {
  switch (act.intent) {
    case "accept":
      return acceptDelivery(tx, member, id, act);
    case "object":
      return objectToDelivery(tx, member, id, act);
    case "rate":
      return rateProject(tx, member, id, act);
  }
}

export default function EnterpriseProject() {
  const { project, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <RefusalNote answer={answer} />
      <ProjectFrame
        project={project}
        side="enterprise"
        now={now}
        acts={<Acts answer={answer} />}
        rating={<Rating answer={answer} />}
      />
    </>
  );
}

function Acts({ answer }: { answer: unknown }) {
  const { project } = useLoaderData<typeof loader>();
  if (project.holder !== "enterprise") return null;
  return (
    <>
      <ApproveForm edit={project.edit} answer={answer} />
      <ObjectForm edit={project.edit} answer={answer} />
    </>
  );
}

function Rating({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const { project } = useLoaderData<typeof loader>();
  if (project.mayRate) return <RatingForm answer={answer} />;
  if (!project.rating) return project.status === "accepted" ? <Note>{t("quotes:rate.elsewhere")}</Note> : null;
  return (
    <section aria-labelledby="rating-title" className="panel">
      <h2 id="rating-title" className="mb-3 text-lg">
        {t("quotes:rate.given")}
      </h2>
      <RatingView rating={project.rating} />
    </section>
  );
}
