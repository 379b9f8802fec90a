import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Section } from "~/components/kit/page";
import { useTranslate } from "~/i18n/use-translate";

/** What to do with a result: a few doors side by side. */
export function WaysOn({ children }: { children: ReactNode }) {
  const t = useTranslate();
  return (
    <div className="no-print mt-8">
      <Section id="next" title={t("assessment:result.next")}>
        <div className="grid gap-4 md:grid-cols-3">{children}</div>
      </Section>
    </div>
  );
}

type WayProps = { icon: LucideIcon; title: string; text: string; children: ReactNode };

export function Way({ icon: Icon, title, text, children }: WayProps) {
  return (
    <div className="panel flex flex-col gap-2">
      <h3 className="flex items-center gap-2 text-base">
        <Icon aria-hidden size={20} className="shrink-0 text-primary" />
        {title}
      </h3>
      <p className="grow">{text}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
