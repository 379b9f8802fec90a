/** The same desk stands in the park and in the province: where its links lead. */
import { paths, withQuery } from "~/paths";

type Query = Parameters<typeof withQuery>[1];

export const deskPaths = {
  park: {
    desk: (query: Query = {}) => withQuery(paths.parkDesk.moderation(), query),
    provider: paths.parkDesk.provider,
    solution: paths.parkDesk.solution,
  },
  province: {
    desk: (query: Query = {}) => paths.province.moderation(query),
    provider: paths.province.provider,
    solution: paths.province.solution,
  },
} as const;

export type DeskAudience = keyof typeof deskPaths;
