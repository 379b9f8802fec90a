import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/kit/button";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { EffectPage } from "~/domain/effects/effect-pages.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** Filling in the questionnaire again: the enterprise its own, the expert the one on site. */
export function Reassess({ page }: { page: EffectPage }) {
  const t = useTranslate();
  if (page.again?.status === "finished") return null;
  return (
    <Section id="reassess" title={t("effects:reassess.title")}>
      {page.base.source === "on_site" ? (
        <Note tone="waiting">{t(page.again ? "effects:reassess.expert_begun" : "effects:reassess.expert")}</Note>
      ) : (
        <div className="panel flex flex-wrap items-center gap-4">
          <p className="measure grow">{t("effects:reassess.text")}</p>
          {page.again ? (
            <LinkButton to={paths.enterprise.assessment(page.again.id)} tone="primary">
              {t("effects:reassess.continue")}
            </LinkButton>
          ) : (
            <Form method="post">
              <input type="hidden" name="edit" value={page.edit} />
              <Button intent="reassess">{t("effects:reassess")}</Button>
            </Form>
          )}
        </div>
      )}
    </Section>
  );
}
