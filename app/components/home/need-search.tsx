import { Form, Link } from "@remix-run/react";
import { Search } from "lucide-react";
import { SuggestInput } from "~/components/catalogue/search-field";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

const EXAMPLES = [
  "home:search.example.1",
  "home:search.example.2",
  "home:search.example.3",
  "home:search.example.4",
] as const;

/** One field for a need in plain words; the list of solutions understands it. */
export function NeedSearch() {
  const t = useTranslate();
  return (
    <>
      <Form action={paths.solutions()} role="search" className="mt-6 max-w-[46rem]">
        <label htmlFor="need" className="font-semibold">
          {t("home:search.label")}
        </label>
        <div className="mt-1 flex gap-2 max-sm:flex-col">
          <SuggestInput id="need" placeholder={t("home:search.placeholder")} className="input input-lg w-full" />
          <button type="submit" className="btn btn-primary btn-lg">
            <Search aria-hidden size={20} />
            {t("home:search.submit")}
          </button>
        </div>
      </Form>
      <p className="muted mt-3 flex flex-wrap items-baseline gap-x-4">
        {t("home:search.examples")}
        {EXAMPLES.map((key) => (
          <Link key={key} to={paths.solutions({ q: t(key) })} className="link-plain py-2">
            {t(key)}
          </Link>
        ))}
      </p>
    </>
  );
}
