import { Settings2 } from "lucide-react";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

const themeNames = ["auto", "light", "dark"] as const;

/** Language and appearance; each button posts and comes back to the same page. */
export function Preferences({ theme, path }: { theme: string; path: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <details className="relative">
      <summary
        className="btn btn-ghost list-none px-2"
        aria-label={`${t("nav:language.label")} / ${t("nav:theme.label")}`}
      >
        <Settings2 aria-hidden size={20} />
        <span aria-hidden>{locale === "en" ? "中" : "EN"}</span>
      </summary>
      <form
        method="post"
        action={paths.preferences()}
        className="absolute end-0 z-20 mt-1 w-44 rounded-box border border-base-300 bg-base-100 p-2 shadow-lg"
      >
        <input type="hidden" name="to" value={path} />
        <fieldset>
          <legend className="muted px-3 py-1 text-sm">{t("nav:language.label")}</legend>
          <Choice name="lang" value="zh-CN" isChosen={locale === "zh-CN"} label="中文" lang="zh-CN" />
          <Choice name="lang" value="en" isChosen={locale === "en"} label="English" lang="en" />
        </fieldset>
        <fieldset>
          <legend className="muted px-3 py-1 text-sm">{t("nav:theme.label")}</legend>
          {themeNames.map((name) => (
            <Choice key={name} name="theme" value={name} isChosen={theme === name} label={t(`nav:theme.${name}`)} />
          ))}
        </fieldset>
      </form>
    </details>
  );
}

type ChoiceProps = { name: string; value: string; isChosen: boolean; label: string; lang?: string };

function Choice({ name, value, isChosen, label, lang }: ChoiceProps) {
  return (
    <button
      name={name}
      value={value}
      lang={lang}
      aria-pressed={isChosen}
      className="btn btn-ghost btn-block justify-start px-3 font-normal aria-pressed:font-semibold aria-pressed:text-primary"
    >
      {label}
    </button>
  );
}
