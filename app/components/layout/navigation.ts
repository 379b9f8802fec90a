import type { MessageKey } from "~/i18n/messages";
import { paths } from "~/paths";

export type NavItem = {
  label: MessageKey;
  to: string;
  /** Addresses outside its own that also belong to it. */
  covers?: string[];
  /** Shown only to staff of the province, not of its cities. */
  isOfProvince?: true;
};

export const publicNav: NavItem[] = [
  { label: "nav:solutions", to: paths.solutions() },
  { label: "nav:match", to: paths.match() },
  { label: "nav:assessment", to: paths.assessment() },
  { label: "nav:clinic", to: paths.clinic() },
  { label: "nav:providers", to: paths.providers() },
  { label: "nav:scenarios", to: paths.scenarios() },
  { label: "nav:parks", to: paths.parks() },
  { label: "nav:events", to: paths.events() },
  { label: "nav:insight", to: paths.insight() },
];

export const audienceNav: Record<string, { label: MessageKey; home: string; items: NavItem[] }> = {
  enterprise: {
    label: "nav:audience.enterprise",
    home: paths.enterprise.home(),
    items: [
      { label: "nav:desk", to: paths.enterprise.home() },
      { label: "nav:assessments", to: paths.enterprise.assessments(), covers: [paths.enterprise.standing()] },
      { label: "nav:diagnoses", to: paths.enterprise.diagnoses(), covers: [paths.enterprise.access()] },
      { label: "nav:matches", to: paths.enterprise.matches() },
      {
        label: "nav:enquiries",
        to: paths.enterprise.enquiries(),
        covers: ["/enterprise/groups", "/enterprise/quotes", paths.enterprise.projects()],
      },
      { label: "nav:effects", to: paths.enterprise.effects() },
      { label: "nav:profile", to: paths.enterprise.profile() },
    ],
  },
  provider: {
    label: "nav:audience.provider",
    home: paths.providerDesk.home(),
    items: [
      { label: "nav:desk", to: paths.providerDesk.home() },
      {
        label: "nav:my_solutions",
        to: paths.providerDesk.solutions(),
        covers: [paths.providerDesk.figures(), paths.providerDesk.needs()],
      },
      { label: "nav:enquiries", to: paths.providerDesk.enquiries(), covers: [paths.providerDesk.projects()] },
      { label: "nav:shared_reports", to: paths.providerDesk.reports() },
      { label: "nav:profile", to: paths.providerDesk.profile() },
    ],
  },
  expert: {
    label: "nav:audience.expert",
    home: paths.expert.home(),
    items: [
      { label: "nav:desk", to: paths.expert.home() },
      { label: "nav:times", to: paths.expert.times() },
    ],
  },
  park: {
    label: "nav:audience.park",
    home: paths.parkDesk.home(),
    items: [
      { label: "nav:desk", to: paths.parkDesk.home() },
      { label: "nav:diagnoses", to: paths.parkDesk.diagnoses() },
      { label: "nav:groups", to: paths.parkDesk.groups() },
      { label: "nav:effects", to: paths.parkDesk.effects() },
      {
        label: "nav:moderation",
        to: paths.parkDesk.moderation(),
        covers: ["/park/providers", "/park/solutions", "/park/complaints"],
      },
    ],
  },
  province: {
    label: "nav:audience.province",
    home: paths.province.home(),
    items: [
      { label: "nav:desk", to: paths.province.home() },
      { label: "nav:diagnoses", to: paths.province.diagnoses() },
      {
        label: "nav:moderation",
        to: paths.province.moderation(),
        covers: ["/province/providers", "/province/solutions", "/province/complaints"],
      },
      { label: "nav:lexicon", to: paths.province.lexicon(), isOfProvince: true },
      { label: "nav:schemes", to: paths.province.schemes(), isOfProvince: true },
    ],
  },
  admin: {
    label: "nav:audience.admin",
    home: paths.admin.home(),
    items: [
      { label: "nav:desk", to: paths.admin.home() },
      { label: "nav:users", to: paths.admin.users() },
      { label: "nav:journal", to: paths.admin.journal() },
      { label: "nav:lexicon", to: paths.admin.lexicon() },
      { label: "nav:schemes", to: paths.admin.schemes() },
    ],
  },
};

/** The item of a row that the present path belongs to: the longest that is its beginning. */
export function presentItem(items: readonly NavItem[], path: string): string | null {
  const fitting = items.flatMap(({ to, covers = [] }) =>
    [to, ...covers].filter((start) => path === start || path.startsWith(`${start}/`)).map((start) => ({ to, start })),
  );
  return fitting.sort((a, b) => b.start.length - a.start.length)[0]?.to ?? null;
}
