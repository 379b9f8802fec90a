import { getFormProps, useForm, type FormMetadata, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { sayError } from "~/i18n/form-errors";
import { useTranslate } from "~/i18n/use-translate";

type Shape = Record<string, unknown>;

/**
 * A form bound to what the action answered: errors at their fields, what was typed kept. The server validates;
 * `id` must be unique on the page. Pass the action's data as it is.
 */
export function useFormOf<T extends Shape>(options: {
  id: string;
  answer: unknown;
  defaults?: { [K in keyof T]?: unknown };
}) {
  return useForm<T>({
    id: options.id,
    lastResult: isSubmission(options.answer) ? options.answer : undefined,
    defaultValue: options.defaults as never,
    shouldValidate: "onSubmit",
  });
}

function isSubmission(value: unknown): value is SubmissionResult<string[]> {
  return typeof value === "object" && value !== null && "status" in value;
}

type AnyForm = FormMetadata<Record<string, unknown>>;

type PostFormProps = { form: { id: string }; children: ReactNode; action?: string; className?: string; upload?: true };

/** Posts to its own page unless told; native validation is off, the server's sentences are better. */
export function PostForm({ form, children, action, className, upload }: PostFormProps) {
  return (
    <Form
      method="post"
      action={action}
      {...getFormProps(form as AnyForm)}
      encType={upload ? "multipart/form-data" : undefined}
      className={className ?? "flex flex-col gap-5"}
    >
      {children}
    </Form>
  );
}

type SummaryProps = {
  form: { id: string; allErrors: Record<string, string[]>; errors?: string[] };
  /** Field name → label, so that each line says which field it speaks of. */
  labels?: Record<string, string>;
};

/** All that is wrong, on top, each line leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ form, labels = {} }: SummaryProps) {
  const t = useTranslate();
  const wrong = Object.entries(form.allErrors).flatMap(([name, codes]) =>
    codes.slice(0, 1).map((code) => ({ name, sentence: sayError(t, code) })),
  );
  if (wrong.length === 0) return null;
  return (
    // Focus moves to what has just gone wrong, as govuk-frontend's error summary does.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div role="alert" tabIndex={-1} autoFocus className="rounded-box border-2 border-error p-4">
      <h2 className="flex items-center gap-2 text-lg">
        <CircleAlert aria-hidden size={20} className="text-error" />
        {t("form:summary.title", { count: wrong.length })}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {wrong.map(({ name, sentence }) => (
          <li key={name}>
            {name === "" ? (
              sentence
            ) : (
              <a href={`#${form.id}-${name}`} className="link-plain">
                {labels[name] ? `${labels[name]}: ${sentence}` : sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The sentence of a refusal without fields, for pages whose buttons are small forms. */
export function RefusalNote({ answer }: { answer: unknown }) {
  const t = useTranslate();
  if (!isSubmission(answer)) return null;
  const codes = answer.error?.[""] ?? [];
  return codes.length === 0 ? null : (
    <p role="alert" className="mb-4 flex items-start gap-2 rounded-box border-2 border-error p-3">
      <CircleAlert aria-hidden size={20} className="mt-1 shrink-0 text-error" />
      {codes.map((code) => sayError(t, code)).join(" ")}
    </p>
  );
}
