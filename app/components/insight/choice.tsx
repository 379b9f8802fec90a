type Props = {
  name: string;
  label: string;
  chosen: string | null;
  options: readonly { value: string; label: string }[];
};

/** One choice of a GET form that narrows a page; the empty value is the whole. */
export function Choice({ name, label, chosen, options }: Props) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm">
      {label}
      <select name={name} defaultValue={chosen ?? ""} className="select min-h-11 w-full min-w-0 sm:max-w-72">
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
