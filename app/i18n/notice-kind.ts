import { notices, type NoticeKind } from "./zh-CN/notices";

/** Whether a stored kind is one this version can say. */
export function isNoticeKind(kind: string): kind is NoticeKind {
  return `${kind}.title` in notices;
}
