/** Name published solutions in a recommendation: search, choose, drop. Nothing is prefilled: the expert chooses. */
import { Link } from "@remix-run/react";
import { Link2, Search } from "lucide-react";
import { Button, LinkButton } from "~/components/kit/button";
import { PostForm } from "~/components/kit/form";
import type { ShownRecommendation } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Hidden } from "./act-form";
import { RemoveButton } from "./remove-button";
import { SolutionLine } from "./solution-line";

export type FoundSolution = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  providerName: string;
  isTied: boolean;
};

/** What a search found; without words, the solutions of the recommendation's scenario. */
export type PickedList = { q: string; total: number; items: FoundSolution[] };

type PickerProps = { item: ShownRecommendation; edit: number; picked: PickedList; doneTo: string };

export function SolutionPicker({ item, edit, picked, doneTo }: PickerProps) {
  const t = useTranslate();
  const chosen = new Set(item.solutionIds);
  return (
    <div className="mt-2 rounded-box bg-base-200 p-4">
      <h5 className="font-semibold">{t("clinic:picker.title")}</h5>
      <Chosen item={item} edit={edit} />
      <form method="get" role="search" className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="solutions" value={item.id} />
        <input
          type="search"
          name="q"
          defaultValue={picked.q}
          aria-label={t("clinic:picker.search")}
          placeholder={t("clinic:picker.placeholder")}
          className="input min-h-11 min-w-0 flex-1 basis-56"
        />
        <Button tone="plain">
          <Search aria-hidden size={18} />
          {t("clinic:picker.search")}
        </Button>
        <LinkButton to={doneTo} tone="primary">
          {t("clinic:picker.done")}
        </LinkButton>
      </form>
      <p className="muted mt-3 text-sm">
        {t(picked.q ? "clinic:picker.found" : "clinic:picker.of_scenario", { count: picked.total, q: picked.q })}
      </p>
      <ul className="mt-1 flex flex-col divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
        {picked.items
          .filter(({ id }) => !chosen.has(id))
          .map((found) => (
            <FoundRow key={found.id} found={found} recommendationId={item.id} edit={edit} />
          ))}
      </ul>
    </div>
  );
}

function Chosen({ item, edit }: { item: ShownRecommendation; edit: number }) {
  const t = useTranslate();
  if (item.solutions.length === 0) return <p className="muted mt-1 text-sm">{t("clinic:picker.none")}</p>;
  return (
    <ol className="mt-2 list-decimal ps-5">
      {item.solutions.map((solution) => (
        <SolutionLine key={solution.solutionId} solution={solution}>
          <RemoveButton
            intent="drop_solution"
            edit={edit}
            id={item.id}
            solutionId={solution.solutionId}
            label={t("clinic:picker.drop", { title: solution.title })}
          />
        </SolutionLine>
      ))}
    </ol>
  );
}

function FoundRow({ found, recommendationId, edit }: { found: FoundSolution; recommendationId: string; edit: number }) {
  const t = useTranslate();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <Link to={paths.solution(found.slug)} className="link-plain break-words">
          {found.title}
        </Link>{" "}
        <span className="muted text-sm">{found.providerName}</span>
        {found.isTied ? (
          <span className="ms-2 inline-flex items-center gap-1 text-sm">
            <Link2 aria-hidden size={15} />
            {t("clinic:picker.tied")}
          </span>
        ) : null}
        <p className="muted line-clamp-1 text-sm">{found.summary}</p>
      </div>
      <PostForm form={{ id: `choose-${found.id}` }} className="inline-flex">
        <Hidden intent="choose_solution" edit={edit} />
        <input type="hidden" name="id" value={recommendationId} />
        <input type="hidden" name="solutionId" value={found.id} />
        <Button tone="plain" small>
          {t("clinic:picker.choose")}
        </Button>
      </PostForm>
    </li>
  );
}
