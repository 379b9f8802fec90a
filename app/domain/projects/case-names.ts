/** How a case names its enterprise and its address in public. Pure. */

const LEGAL_FORM = /(集团)?(股份|科技股份)?(有限责任公司|有限公司|公司|厂)$/u;

/** The name people use: without the place it was registered in and the legal form; short names stay whole. */
export function shortName(name: string, places: readonly string[]): string {
  const withoutPlace = [...places]
    .flatMap((place) => [place, place.replace(/(省|市|县|区)$/u, "")])
    .sort((a, b) => b.length - a.length)
    .reduce((rest, place) => (place.length > 1 && rest.startsWith(place) ? rest.slice(place.length) : rest), name);
  const short = withoutPlace.replace(/^[（(].*?[)）]/u, "").replace(LEGAL_FORM, "");
  return short.length >= 2 ? short : name;
}

/** A case is an accepted project: its address is the project's id with a dash. */
export function caseSlug(projectId: string): string {
  return projectId.replace("_", "-");
}

export function projectIdOf(slug: string): string {
  return slug.replace("-", "_");
}
