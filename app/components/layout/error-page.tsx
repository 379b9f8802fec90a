import { Link } from "@remix-run/react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useResponse } from "./response";

/** Says plainly what is wrong and where to go; never a stack. */
export function ErrorPage({ status }: { status: number }) {
  const t = useTranslate();
  const { requestId } = useResponse();
  const [title, text] = sentences(status, t, requestId);
  return (
    <div className="measure py-10">
      <p className="muted">{status}</p>
      <h1 className="mt-1 text-2xl">{title}</h1>
      <p className="mt-3">{text}</p>
      <p className="mt-6">
        <Link to={paths.home()} className="btn btn-primary">
          {t("common:error.home")}
        </Link>
      </p>
    </div>
  );
}

function sentences(status: number, t: ReturnType<typeof useTranslate>, id: string): [string, string] {
  if (status === 404) return [t("common:error.not_found"), t("common:error.not_found.text")];
  if (status === 403) return [t("common:error.forbidden"), t("common:error.forbidden.text")];
  return [t("common:error.broken"), t("common:error.broken.text", { id })];
}
