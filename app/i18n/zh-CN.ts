/** Every sentence of the product in Chinese, the source language. */
import { common } from "./zh-CN/common";
import { form } from "./zh-CN/form";
import { nav } from "./zh-CN/nav";
import { identity } from "./zh-CN/identity";
import { catalogue } from "./zh-CN/catalogue";
import { search } from "./zh-CN/search";
import { assessment } from "./zh-CN/assessment";
import { clinic } from "./zh-CN/clinic";
import { matching } from "./zh-CN/matching";
import { projects } from "./zh-CN/projects";
import { quotes } from "./zh-CN/quotes";
import { moderation } from "./zh-CN/moderation";
import { complaints } from "./zh-CN/complaints";
import { notices } from "./zh-CN/notices";
import { home } from "./zh-CN/home";
import { scenarios } from "./zh-CN/scenarios";
import { events } from "./zh-CN/events";
import { insight } from "./zh-CN/insight";
import { admin } from "./zh-CN/admin";
import { supervision } from "./zh-CN/supervision";
import { exchange } from "./zh-CN/exchange";
import { api } from "./zh-CN/api";
import { desk } from "./zh-CN/desk";
import { visits } from "./zh-CN/visits";
import { reports } from "./zh-CN/reports";
import { papers } from "./zh-CN/papers";
import { field } from "./zh-CN/field";
import { consent } from "./zh-CN/consent";
import { effects } from "./zh-CN/effects";
import { groups } from "./zh-CN/groups";
import { schemes } from "./zh-CN/schemes";
import { onboarding } from "./zh-CN/onboarding";
import { media } from "./zh-CN/media";
import { alerts } from "./zh-CN/alerts";
import { freshness } from "./zh-CN/freshness";
import { versions } from "./zh-CN/versions";
import { reach } from "./zh-CN/reach";

export const zhCN = {
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
