/** Choosing from a long list by branch: each branch folds open, works without JavaScript, and says how many are chosen in it. */
import { ChevronRight } from "lucide-react";
import type { AnyField } from "~/components/kit/fields";
import type { Branch, CodeOption } from "~/domain/catalogue/audience-options";
import { useNamed, useTranslate } from "~/i18n/use-translate";

type Props = {
  branches: readonly Branch[];
  /** The field a branch itself is posted under, and the field of its finer choices. */
  branchField: AnyField;
  finerField: AnyField;
  /** What choosing the branch itself means, e.g. "all of {{name}}". */
  wholeLabel: (name: string) => string;
};

/** Tab moves through the branches, Enter folds one open, Space ticks. */
export function CodeTree({ branches, branchField, finerField, wholeLabel }: Props) {
  const t = useTranslate();
  const named = useNamed();
  const [ofBranch, ofFiner] = [chosenIn(branchField), chosenIn(finerField)];
  return (
    <ul className="grid items-start gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
      {branches.map((branch) => {
        const inside = branch.finer.filter(({ code }) => ofFiner.has(code)).length;
        const count = inside + (ofBranch.has(branch.code) ? 1 : 0);
        return (
          <li key={branch.code} className="border-b border-base-300">
            <details className="group" open={inside > 0}>
              <summary className="flex min-h-11 list-none items-center gap-2 py-2">
                <ChevronRight aria-hidden size={18} className="shrink-0 group-open:rotate-90" />
                <span className={count > 0 ? "font-semibold" : ""}>{named(branch)}</span>
                {count > 0 ? (
                  <span className="ms-auto shrink-0 text-sm font-semibold text-primary">
                    {t("catalogue:editor.chosen", { count })}
                  </span>
                ) : null}
              </summary>
              <div className="pb-2 ps-6">
                <CodeBox field={branchField} option={branch} label={wholeLabel(named(branch))} chosen={ofBranch} />
                {branch.finer.map((option) => (
                  <CodeBox
                    key={option.code}
                    field={finerField}
                    option={option}
                    label={named(option)}
                    chosen={ofFiner}
                  />
                ))}
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** Choices that stand by themselves, in the same look. */
export function CodeList({ field, options }: { field: AnyField; options: readonly CodeOption[] }) {
  const named = useNamed();
  const chosen = chosenIn(field);
  return (
    <div className="grid sm:grid-cols-2 lg:grid-cols-3">
      {options.map((option) => (
        <CodeBox key={option.code} field={field} option={option} label={named(option)} chosen={chosen} />
      ))}
    </div>
  );
}

type BoxProps = { field: AnyField; option: CodeOption; label: string; chosen: ReadonlySet<string> };

function CodeBox({ field, option, label, chosen }: BoxProps) {
  const id = `${field.id}-${option.code}`;
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field px-2 py-2 hover:bg-base-200"
    >
      <input
        id={id}
        type="checkbox"
        name={field.name}
        value={option.code}
        defaultChecked={chosen.has(option.code)}
        className="checkbox checkbox-primary mt-0.5 shrink-0"
      />
      {label}
    </label>
  );
}

function chosenIn(field: AnyField): ReadonlySet<string> {
  const value = field.initialValue;
  return new Set(Array.isArray(value) ? value.map(String) : value ? [String(value)] : []);
}
