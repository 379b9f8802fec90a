/** The same desk stands in the park and in the province: where its links lead. */
import { paths, withQuery } from "~/paths";

type Query = Parameters<typeof withQuery>[1];

export const deskPaths = {
  park: {
    desk: (query: Query = {}) => withQuery(paths.parkDesk.moderation(), query),
    provider: (id: string, query: Query = {}) => withQuery(paths.parkDesk.provider(id), query),
    solution: (id: string, query: Query = {}) => withQuery(paths.parkDesk.solution(id), query),
    bulk: paths.parkDesk.bulk,
    statistics: paths.parkDesk.statistics,
    complaints: paths.parkDesk.complaints,
    complaint: paths.parkDesk.complaint,
  },
  province: {
    desk: (query: Query = {}) => paths.province.moderation(query),
    provider: (id: string, query: Query = {}) => withQuery(paths.province.provider(id), query),
    solution: (id: string, query: Query = {}) => withQuery(paths.province.solution(id), query),
    bulk: paths.province.bulk,
    statistics: paths.province.statistics,
    complaints: paths.province.complaints,
    complaint: paths.province.complaint,
  },
} as const;

export type DeskAudience = keyof typeof deskPaths;
