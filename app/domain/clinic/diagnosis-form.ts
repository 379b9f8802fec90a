/** Shapes of what people fill in about a case. No text, no query. */
import { z } from "zod";
import { diagnosisReasons } from "#db/vocabulary/clinic";
import {
  code,
  codes,
  fold,
  intent,
  line,
  oneOf,
  optionalCode,
  optionalLine,
  optionalParagraph,
  paragraph,
  phone,
  seenEdit,
} from "~/domain/fields";

/** Cases that can be given to an expert at once: a page of the list. */
export const MOST_AT_ONCE = 50;

/** The request's id is made by the page that shows the form, so that a second click is the same request. */
const requestId = z.string().regex(/^dia_[0-9a-hjkmnp-tv-z]{26}$/, "form:required");

const request = {
  contactName: line(50),
  contactPhone: phone(),
  need: paragraph(2000),
  scenarios: codes(23, 1),
  suitableTimes: optionalLine(200),
};

export const RequestForm = z.object({ ...request, id: requestId, parkSlug: optionalCode() });
export type RequestForm = z.infer<typeof RequestForm>;

/** A draft may lack anything but its id. */
export const RequestDraftForm = z.object({
  id: requestId,
  contactName: optionalLine(50),
  contactPhone: optionalLine(30),
  need: optionalParagraph(2000),
  scenarios: codes(23),
  suitableTimes: optionalLine(200),
  parkSlug: optionalCode(),
});
export type RequestDraftForm = z.infer<typeof RequestDraftForm>;

export const AnswerForm = z.object({ ...request, edit: seenEdit(), answer: paragraph(2000) });
export type AnswerForm = z.infer<typeof AnswerForm>;

/** A step that needs nothing but the case seen. */
export const StepForm = z.object({ edit: seenEdit() });
export type StepForm = z.infer<typeof StepForm>;

/** A negative step of staff: a reason and words that show the way forward. */
export const RefusalForm = z.object({ edit: seenEdit(), reason: oneOf(diagnosisReasons), text: paragraph(2000) });
export type RefusalForm = z.infer<typeof RefusalForm>;

export const WithdrawForm = z.object({
  edit: seenEdit(),
  reason: oneOf(diagnosisReasons),
  text: optionalParagraph(2000),
});
export type WithdrawForm = z.infer<typeof WithdrawForm>;

export const AssignForm = z.object({ edit: seenEdit(), expertUserId: code(), text: optionalLine(500) });
export type AssignForm = z.infer<typeof AssignForm>;

/** A case with the `edit` number it was seen with, as one word: what a tick box can hold. */
const ticked = z
  .string()
  .regex(/^[\w-]{1,60}\.\d{1,9}$/, "form:choose")
  .transform((word) => ({
    id: word.slice(0, word.lastIndexOf(".")),
    edit: Number(word.slice(word.lastIndexOf(".") + 1)),
  }));

export const AssignManyForm = z.object({
  cases: codes(MOST_AT_ONCE, 1).pipe(z.array(ticked)),
  expertUserId: code(),
  text: optionalLine(500),
});
export type AssignManyForm = z.infer<typeof AssignManyForm>;

/** `datetime-local` in Shanghai time; becomes milliseconds. */
const localMinute = z
  .preprocess(
    (value) => (typeof value === "string" ? fold(value).replace(" ", "T") : ""),
    z.string().min(1, "form:required"),
  )
  .pipe(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "form:date"))
  .transform((text) => Date.parse(`${text}:00+08:00`))
  .refine((at) => !Number.isNaN(at), "form:date");

/** Why an agreed visit is moved; whether it must be said is the command's check. */
export const whyMoved = {
  reason: z.preprocess((value) => (value === "" ? undefined : value), oneOf(diagnosisReasons).optional()),
  text: optionalParagraph(2000).optional(),
};

export const VisitForm = z.object({
  edit: seenEdit(),
  visitAt: localMinute,
  visitNote: optionalLine(500),
  ...whyMoved,
});
export type VisitForm = z.infer<typeof VisitForm>;

export const ConfirmForm = z.object({ edit: seenEdit(), note: optionalParagraph(2000) });
export type ConfirmForm = z.infer<typeof ConfirmForm>;

export const NoteForm = z.object({ edit: seenEdit(), note: paragraph(2000) });
export type NoteForm = z.infer<typeof NoteForm>;

/** Both buttons of a new request. */
export const NewRequestForm = z.discriminatedUnion("intent", [
  RequestForm.extend(intent("submit")),
  RequestDraftForm.extend(intent("save")),
]);

/** Everything an enterprise does on the page of its case. */
export const EnterpriseCaseForm = z.discriminatedUnion("intent", [
  AnswerForm.extend(intent("answer")),
  WithdrawForm.extend(intent("withdraw")),
  ConfirmForm.extend(intent("confirm")),
  NoteForm.extend(intent("object")),
]);

/** Everything a park's desk does on the page of a case. */
export const ParkCaseForm = z.discriminatedUnion("intent", [
  StepForm.extend(intent("accept")),
  RefusalForm.extend(intent("ask")),
  RefusalForm.extend(intent("decline")),
  RefusalForm.extend(intent("cancel")),
  AssignForm.extend(intent("assign")),
  VisitForm.extend(intent("schedule")),
  NoteForm.extend(intent("answer_objection")),
  NoteForm.extend(intent("remind")),
  StepForm.extend(intent("close")),
]);

/** What a city or the province does on the page of a case. */
export const AuthorityCaseForm = z.discriminatedUnion("intent", [
  RefusalForm.extend(intent("cancel")),
  AssignForm.extend(intent("assign")),
  NoteForm.extend(intent("remind")),
]);

/** Everything an expert does on the page of a case. */
export const ExpertCaseForm = z.discriminatedUnion("intent", [
  VisitForm.extend(intent("schedule")),
  StepForm.extend(intent("start_visit")),
  StepForm.extend(intent("start_report")),
]);
