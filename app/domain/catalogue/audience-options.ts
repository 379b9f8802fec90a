/** What the editor offers for "who it serves": scenarios by stage, industries by division, places by prefecture. */
import type { Reference } from "~/domain/scenarios/reference";

export type CodeOption = { code: string; nameZh: string; nameEn: string };
export type ScenarioStage = { nameZh: string; nameEn: string; scenarios: CodeOption[] };
/** A choice with finer ones below it. */
export type Branch = CodeOption & { finer: CodeOption[] };
export type Tree = {
  branches: Branch[];
  /** Chosen codes that are neither branch nor finer choice, e.g. an industry class from an import: kept, not offered anew. */
  others: CodeOption[];
};

/** The 16 core scenarios by stage of the product, then the foundation categories. */
export function scenarioStages(reference: Reference): ScenarioStage[] {
  const stages = new Map<string, ScenarioStage>();
  for (const scenario of reference.scenarios.values()) {
    if (scenario.kind === "example") continue;
    const stage = stages.get(scenario.stageZh) ?? { nameZh: scenario.stageZh, nameEn: scenario.stageEn, scenarios: [] };
    stage.scenarios.push({ code: scenario.key, nameZh: scenario.nameZh, nameEn: scenario.nameEn });
    stages.set(scenario.stageZh, stage);
  }
  return [...stages.values()];
}

/** Divisions of manufacturing with their groups. */
export function industryTree(reference: Reference, chosen: readonly string[]): Tree {
  const rows = [...reference.industries.values()];
  const branches = rows
    .filter((row) => row.level === "division")
    .map((row) => ({ ...optionOf(row), finer: rows.filter((below) => below.parentCode === row.code).map(optionOf) }));
  const offered = new Set(branches.flatMap((branch) => [branch.code, ...branch.finer.map((row) => row.code)]));
  return { branches, others: othersOf(reference.industries, chosen, offered) };
}

/** Prefectures (region codes) with the parks (slugs) that lie in them, and the parks that lie across prefectures. */
export function placeTree(
  reference: Reference,
  chosenRegions: readonly string[],
): Tree & { parksAcross: CodeOption[] } {
  const parks = [...reference.parks.values()];
  const branches = [...reference.regions.values()]
    .filter((region) => region.level === "prefecture")
    .map((region) => ({
      ...optionOf(region),
      finer: parks.filter((park) => park.prefectureCode === region.code).map(parkOption),
    }));
  const prefectures = new Set(branches.map((branch) => branch.code));
  return {
    branches,
    others: othersOf(reference.regions, chosenRegions, prefectures),
    parksAcross: parks.filter((park) => !prefectures.has(park.prefectureCode)).map(parkOption),
  };
}

type Row = { code: string; nameZh: string; nameEn: string };

function othersOf(
  rows: ReadonlyMap<string, Row>,
  chosen: readonly string[],
  offered: ReadonlySet<string>,
): CodeOption[] {
  return chosen.flatMap((code) => {
    const row = rows.get(code);
    return row && !offered.has(code) ? [optionOf(row)] : [];
  });
}

function optionOf({ code, nameZh, nameEn }: Row): CodeOption {
  return { code, nameZh, nameEn };
}

function parkOption(park: { slug: string; shortNameZh: string; nameEn: string }): CodeOption {
  return { code: park.slug, nameZh: park.shortNameZh, nameEn: park.nameEn };
}
