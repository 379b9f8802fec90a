import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { holderOf, type EnquirySide, type EnquiryState } from "~/domain/projects/enquiry-status";
import { useTranslate } from "~/i18n/use-translate";

/** The state of an enquiry in a word; what waits for the reader's own side stands out. */
export function EnquiryStanding({ state, side }: { state: EnquiryState; side: EnquirySide }) {
  const t = useTranslate();
  const isOurs = holderOf(state) === side;
  return (
    <StatusBadge tone={toneOf(state, side)}>
      {t(isOurs ? `projects:enquiry.ours.${side}` : `projects:enquiry.state.${state}`)}
    </StatusBadge>
  );
}

function toneOf(state: EnquiryState, side: EnquirySide): StatusTone {
  const holder = holderOf(state);
  if (holder !== null) return holder === side ? "late" : "waiting";
  return state === "accepted" ? "done" : "quiet";
}
