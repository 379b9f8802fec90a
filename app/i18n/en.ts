/** Every sentence of the product in English; a missing one does not compile. */
import { common } from "./en/common";
import { form } from "./en/form";
import { nav } from "./en/nav";
import { identity } from "./en/identity";
import { catalogue } from "./en/catalogue";
import { search } from "./en/search";
import { assessment } from "./en/assessment";
import { clinic } from "./en/clinic";
import { matching } from "./en/matching";
import { projects } from "./en/projects";
import { quotes } from "./en/quotes";
import { moderation } from "./en/moderation";
import { complaints } from "./en/complaints";
import { notices } from "./en/notices";
import { home } from "./en/home";
import { scenarios } from "./en/scenarios";
import { events } from "./en/events";
import { insight } from "./en/insight";
import { admin } from "./en/admin";
import { supervision } from "./en/supervision";
import { exchange } from "./en/exchange";
import { api } from "./en/api";
import { desk } from "./en/desk";
import { visits } from "./en/visits";
import { reports } from "./en/reports";
import { papers } from "./en/papers";
import { field } from "./en/field";
import { consent } from "./en/consent";
import { effects } from "./en/effects";
import { groups } from "./en/groups";
import { schemes } from "./en/schemes";
import { onboarding } from "./en/onboarding";
import { media } from "./en/media";
import { alerts } from "./en/alerts";
import { freshness } from "./en/freshness";
import { versions } from "./en/versions";
import { reach } from "./en/reach";

export const en = {
  common,
  form,
  nav,
  identity,
  catalogue,
  search,
  assessment,
  clinic,
  matching,
  projects,
  quotes,
  moderation,
  complaints,
  notices,
  home,
  scenarios,
  events,
  insight,
  admin,
  supervision,
  exchange,
  api,
  desk,
  visits,
  reports,
  papers,
  field,
  consent,
  effects,
  groups,
  schemes,
  onboarding,
  media,
  alerts,
  freshness,
  versions,
  reach,
};
