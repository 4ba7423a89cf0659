import type { RepositoryRef } from "../../../core/discussion.ts";
import type { WantedPeriod } from "../../gather/period.ts";
import { repositoryPath } from "../../links.ts";

/** Where our page about a thread is. */
export function threadPath(repository: RepositoryRef, number: number): string {
  return repositoryPath(repository, `/threads/${number}`);
}

/** Where a measure is shown, over the same period as this page, or with these filters. */
export function measurePath(repository: RepositoryRef, measure: string, query: Query = {}): string {
  return withQuery(repositoryPath(repository, `/measures/${encodeURIComponent(measure)}`), query);
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/** A path with a query; what is undefined is left out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** A period as a query: by its name where it has one, so that a link that is kept stays up to date. */
export function periodQuery(period: WantedPeriod): Query {
  return period.span === undefined ? period.days : { period: period.span };
}
