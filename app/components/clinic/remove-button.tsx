import { Trash2 } from "lucide-react";
import { PostForm } from "~/components/kit/form";
import { Hidden } from "./act-form";

type RemoveProps = { intent: string; edit: number; id: string; label: string; solutionId?: string };

/** A small form of one button that takes something out; the label says what. */
export function RemoveButton({ intent, edit, id, label, solutionId }: RemoveProps) {
  return (
    <PostForm form={{ id: `${intent}-${id}-${solutionId ?? ""}` }} className="inline-flex">
      <Hidden intent={intent} edit={edit} />
      <input type="hidden" name="id" value={id} />
      {solutionId ? <input type="hidden" name="solutionId" value={solutionId} /> : null}
      <button type="submit" aria-label={label} title={label} className="btn btn-ghost min-h-11 min-w-11 px-2">
        <Trash2 aria-hidden size={18} />
      </button>
    </PostForm>
  );
}
