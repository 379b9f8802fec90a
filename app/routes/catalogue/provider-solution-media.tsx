/** Pictures and papers of the draft: add, say what they show, put in order, take out. Readers see them once the version is approved. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnFile } from "~/components/catalogue/editor/own-file";
import { Button } from "~/components/kit/button";
import { TextField } from "~/components/kit/fields";
import { FileField } from "~/components/kit/file-field";
import { ErrorSummary, PostForm, RefusalNote, useFormOf } from "~/components/kit/form";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { isSolutionEditable } from "~/domain/catalogue/solution-status";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import {
  addVersionFile,
  captionVersionFile,
  raiseVersionFile,
  removeVersionFile,
} from "~/domain/catalogue/version-file-edits.server";
import { CaptionForm, NewFileForm } from "~/domain/catalogue/version-file-form";
import { filesOfVersion } from "~/domain/catalogue/version-files.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent, refusal } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { orDropped, readUploadForm, takeIn } from "~/http/upload.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "media:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { solution, version } = found(await ownSolution(store().db, member, params.id ?? ""));
  return {
    id: solution.id,
    title: version.title,
    isDraft: version.status === "draft",
    isEditable: isSolutionEditable(solution.status),
    files: await filesOfVersion(store().db, version.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  found(await ownSolution(store().db, member, id));
  const isUpload = request.headers.get("Content-Type")?.startsWith("multipart/form-data");
  return isUpload ? upload(request, member, id) : change(request, member, id);
}

async function upload(request: Request, member: ProviderMember, id: string) {
  const form = await readUploadForm(request, NewFileForm);
  if (!form.ok) return form.reply;
  if (!form.upload) return form.refuseFile("none_chosen");
  const taken = await takeIn(form.upload, ["picture", "pdf"]);
  if (!taken.ok) return form.refuseFile(taken.reason);
  const added = { file: taken.value, caption: form.value.caption };
  const outcome = await orDropped(
    added.file,
    store().write((tx) => addVersionFile(tx, member, id, added)),
  );
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `media:refused.${outcome.reason}` });
  return redirectWith(paths.providerDesk.solutionMedia(id), "media:added");
}

async function change(request: Request, member: ProviderMember, id: string) {
  const { intent, form } = await readIntent(request.clone());
  if (intent === "caption") return say(request, member, id);
  if (intent !== "raise" && intent !== "remove") throw notFound();
  const act = intent === "raise" ? raiseVersionFile : removeVersionFile;
  const outcome = await store().write((tx) => act(tx, member, id, String(form.get("fileId") ?? "")));
  if (!outcome.ok) return refuse(outcome.reason);
  return redirectWith(paths.providerDesk.solutionMedia(id), `media:done.${intent}`);
}

async function say(request: Request, member: ProviderMember, id: string) {
  const form = await readForm(request, CaptionForm);
  if (!form.ok) return refusal("media:refused.caption", 422);
  const outcome = await store().write((tx) => captionVersionFile(tx, member, id, form.value));
  if (!outcome.ok) return refuse(outcome.reason);
  return redirectWith(paths.providerDesk.solutionMedia(id), "media:done.caption");
}

function refuse(reason: "not_found" | "not_allowed") {
  if (reason === "not_found") throw notFound();
  return refusal(`media:refused.${reason}`);
}

export default function ProviderSolutionMedia() {
  const t = useTranslate();
  const { id, title, isDraft, isEditable, files } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kinds = ["screenshot", "brochure"] as const;
  return (
    <div className="measure">
      <PageHeader
        title={t("media:title")}
        lead={t("media:lead")}
        up={{ to: paths.providerDesk.solution(id), label: title }}
      />
      <RefusalNote answer={isOfButtons(answer) ? answer : undefined} />
      {isEditable && !isDraft ? <Note>{t("media:new_draft")}</Note> : null}
      {isEditable ? null : <Note tone="urgent">{t("media:refused.not_allowed")}</Note>}
      {files.length === 0 ? <EmptyState title={t("media:none")} /> : null}
      {kinds.map((kind) => {
        const own = files.filter((file) => file.kind === kind);
        return own.length === 0 ? null : (
          <Section key={kind} id={kind} title={t(`media:kind.${kind}`)}>
            <ol className="grid gap-4">
              {own.map((file, index) => (
                <OwnFile key={file.id} file={file} isFirst={index === 0} isEditable={isEditable} />
              ))}
            </ol>
          </Section>
        );
      })}
      {isEditable ? (
        <Section id="add" title={t("media:add")}>
          <AddForm answer={isOfButtons(answer) ? undefined : answer} />
        </Section>
      ) : null}
    </div>
  );
}

/** The small buttons are refused in one sentence; what was typed beside an upload comes back with its own. */
function isOfButtons(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && !("initialValue" in answer) && !isTooLarge(answer);
}

function isTooLarge(answer: object): boolean {
  return "error" in answer && typeof answer.error === "object" && answer.error !== null && "file" in answer.error;
}

function AddForm({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<NewFileForm & { file: string }>({ id: "add-file", answer });
  const labels = { file: t("media:add.file"), caption: t("media:caption") };
  return (
    <PostForm form={form} upload>
      <ErrorSummary form={form} labels={labels} />
      <FileField
        field={fields.file}
        label={labels.file}
        hint={t("media:takes.paper")}
        accept="image/png,image/jpeg,image/webp,application/pdf"
      />
      <TextField field={fields.caption} label={labels.caption} hint={t("media:caption.hint")} />
      <div>
        <Button>{t("media:add.submit")}</Button>
      </div>
    </PostForm>
  );
}
