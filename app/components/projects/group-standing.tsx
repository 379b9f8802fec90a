import { StatusBadge, type StatusTone } from "~/components/kit/status";
import type { GroupMemberStatus, GroupStatus } from "#db/vocabulary/clinic";
import { useTranslate } from "~/i18n/use-translate";

const tones: Record<GroupStatus, StatusTone> = { open: "waiting", sent: "done", closed: "quiet" };

export function GroupStanding({ status }: { status: GroupStatus }) {
  const t = useTranslate();
  return <StatusBadge tone={tones[status]}>{t(`groups:is.${status}`)}</StatusBadge>;
}

const memberTones: Record<GroupMemberStatus, StatusTone> = { invited: "waiting", joined: "done", declined: "quiet" };

export function MemberStanding({ status }: { status: GroupMemberStatus }) {
  const t = useTranslate();
  return <StatusBadge tone={memberTones[status]}>{t(`groups:member.${status}`)}</StatusBadge>;
}
