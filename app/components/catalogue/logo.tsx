import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = { logo: { id: string; width: number; height: number }; name: string };

const HEIGHT = 64;
const LONGEST = 240;

/** On white whatever the theme: marks are made for paper. */
export function Logo({ logo, name }: Props) {
  const t = useTranslate();
  const scale = Math.min(HEIGHT / logo.height, LONGEST / logo.width);
  return (
    <span className="inline-block self-start rounded-box border border-base-300 bg-white p-2">
      <img
        src={paths.media(logo.id, { size: "small" })}
        alt={t("media:logo.alt", { name })}
        width={Math.max(1, Math.round(logo.width * scale))}
        height={Math.max(1, Math.round(logo.height * scale))}
        decoding="async"
      />
    </span>
  );
}
