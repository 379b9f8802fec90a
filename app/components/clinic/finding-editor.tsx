/** One finding in the editor with what can be changed about it. */
import { LinkButton } from "~/components/kit/button";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import type { ShownFinding, ShownRecommendation } from "~/domain/clinic/report-page.server";
import { AnswerForm } from "./comment-forms";
import { FindingForm } from "./finding-form";
import { FindingPhotos } from "./finding-photos";
import { RecommendationFacts, Severity, useGain } from "./recommendation-facts";
import { RecommendationForm } from "./recommendation-form";
import { RemoveButton } from "./remove-button";
import { CommentList } from "./report-comments";
import type { EditorProps } from "./report-editor";
import { SolutionLine } from "./solution-line";
import { SolutionPicker } from "./solution-picker";

export function FindingEditor({ item, ...props }: EditorProps & { item: ShownFinding }) {
  const t = useTranslate();
  const { page, choices, editing, answer, at } = props;
  const { edit } = page.report;
  return (
    <li id={item.id} className="panel p-5">
      {editing.findingId === item.id ? (
        <FindingForm item={item} edit={edit} choices={choices} answer={answer} cancelTo={`${at({})}#${item.id}`} />
      ) : (
        <FindingWords item={item} {...props} />
      )}
      <FindingPhotos photos={page.photos} findingId={item.id} no={item.no} />
      <CommentList comments={page.comments.filter(({ findingId }) => findingId === item.id)}>
        {(comment) => <AnswerForm comment={comment} answer={answer} />}
      </CommentList>
      {item.recommendations.map((one) => (
        <RecommendationEditor key={one.id} item={one} {...props} />
      ))}
      {editing.adviseId === item.id ? (
        <div id="new-recommendation" className="mt-4 border-s-4 border-primary ps-4">
          <h4 className="mb-3 font-semibold">{t("clinic:recommendation.add")}</h4>
          <RecommendationForm item={null} finding={item} {...props} cancelTo={`${at({})}#${item.id}`} />
        </div>
      ) : (
        <p className="mt-4">
          <LinkButton to={`${at({ advise: item.id })}#new-recommendation`}>{t("clinic:recommendation.add")}</LinkButton>
        </p>
      )}
    </li>
  );
}

function FindingWords({ item, page, names, at }: EditorProps & { item: ShownFinding }) {
  const t = useTranslate();
  const named = useNamed();
  const scenario = names.scenarios[item.scenarioKey];
  const gain = useGain()(item);
  const details = [item.description, item.evidence, item.expectedGain, gain].filter((words) => words);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="text-lg break-words">
          <span className="text-primary">{t("clinic:finding.no", { no: item.no })}</span> {item.title}
        </h3>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 text-sm">
          <Severity severity={item.severity} />
          <span>{t(`reports:area.${item.area}`)}</span>
          <span>{scenario ? named(scenario) : item.scenarioKey}</span>
        </p>
        {details.map((detail) => (
          <p key={detail} className="measure mt-1 break-words whitespace-pre-line">
            {detail}
          </p>
        ))}
      </div>
      <div className="flex gap-2">
        <LinkButton to={`${at({ finding: item.id })}#${item.id}`} small>
          {t("clinic:editor.change")}
        </LinkButton>
        {item.recommendations.length === 0 ? (
          <RemoveButton
            intent="remove_finding"
            edit={page.report.edit}
            id={item.id}
            label={t("clinic:finding.remove", { no: item.no })}
          />
        ) : null}
      </div>
    </div>
  );
}

function RecommendationEditor({ item, ...props }: EditorProps & { item: ShownRecommendation }) {
  const t = useTranslate();
  const { page, names, editing, at } = props;
  const isOpen = editing.recommendationId === item.id;
  const finding = page.findings.find(({ id }) => id === item.findingId);
  return (
    <div id={item.id} className="mt-4 border-s-4 border-primary ps-4">
      {isOpen && finding ? (
        <RecommendationForm item={item} finding={finding} {...props} cancelTo={`${at({})}#${item.id}`} />
      ) : (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <h4 className="font-semibold break-words">
              {t("clinic:recommendation.title", { no: item.no, title: item.title })}
            </h4>
            {item.description ? (
              <p className="measure mt-1 break-words whitespace-pre-line">{item.description}</p>
            ) : null}
            <RecommendationFacts item={item} names={names} />
          </div>
          <div className="flex gap-2">
            <LinkButton to={`${at({ recommendation: item.id })}#${item.id}`} small>
              {t("clinic:editor.change")}
            </LinkButton>
            <RemoveButton
              intent="remove_recommendation"
              edit={page.report.edit}
              id={item.id}
              label={t("clinic:recommendation.remove", { no: item.no })}
            />
          </div>
        </div>
      )}
      <Solutions item={item} {...props} />
    </div>
  );
}

function Solutions({ item, page, editing, picked, at }: EditorProps & { item: ShownRecommendation }) {
  const t = useTranslate();
  const isPicking = editing.solutionsOf === item.id;
  return (
    <div className="mt-2">
      {item.solutions.length > 0 && !isPicking ? (
        <ol className="list-decimal ps-5">
          {item.solutions.map((solution) => (
            <SolutionLine key={solution.solutionId} solution={solution} />
          ))}
        </ol>
      ) : null}
      {isPicking && picked ? (
        <SolutionPicker item={item} edit={page.report.edit} picked={picked} doneTo={`${at({})}#${item.id}`} />
      ) : (
        <p className="mt-2">
          <LinkButton to={`${at({ solutions: item.id })}#${item.id}`} small>
            {t(item.solutions.length > 0 ? "clinic:picker.change" : "clinic:picker.open")}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
