import { Link } from "@remix-run/react";
import { ArrowRight, Building2, Factory, Wrench } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

const DOORS = [
  { audience: "enterprise", icon: Factory, to: paths.assessment() },
  { audience: "provider", icon: Wrench, to: paths.register({ as: "provider" }) },
  { audience: "park", icon: Building2, to: paths.parkDesk.home() },
] as const;

/** Three ways in, each with the one thing people come to do. */
export function Doors() {
  const t = useTranslate();
  return (
    <section aria-label={t("home:doors")} className="grid gap-4 md:grid-cols-3">
      {DOORS.map(({ audience, icon: Icon, to }) => (
        <div key={audience} className="panel flex flex-col gap-2">
          <h2 className="flex items-center gap-2 text-lg">
            <Icon aria-hidden size={22} className="text-primary" />
            {t(`home:door.${audience}`)}
          </h2>
          <p className="flex-1">{t(`home:door.${audience}.text`)}</p>
          <Link
            to={to}
            className={`btn mt-2 min-h-11 ${audience === "enterprise" ? "btn-primary" : "border-base-300 bg-base-100"}`}
          >
            {t(`home:door.${audience}.go`)}
            <ArrowRight aria-hidden size={18} />
          </Link>
        </div>
      ))}
    </section>
  );
}
