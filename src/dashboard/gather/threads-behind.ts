import type { RepositoryRef } from "../../core/discussion.ts";
import type { ThreadBehind } from "../../report/measurer.ts";
import type { Period } from "../../business-time/periods.ts";
import { readDay } from "./period.ts";
import { readCount, readText } from "./read-query.ts";
import type { PageReads } from "./reads.ts";

/** How many are on a page. */
export const pageSize = 50;

/** Which of the threads behind a figure are wanted: each that is set narrows them further. */
export interface BehindFilter {
  /** The day on which a week of the report begins. */
  readonly week?: string;
  readonly category?: string;
  readonly label?: string;
  readonly priority?: string;
  readonly tier?: string;
  readonly part?: string;
  /** Of a share: those that count, or those that do not. */
  readonly counts?: string;
  /** From 1. */
  readonly page: number;
}

export const filterNames = ["week", "category", "label", "priority", "tier", "part", "counts"] as const;

/** A page of them, how many there are, and what they could be narrowed to. */
export interface BehindPage {
  readonly threads: readonly ThreadBehind[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly choices: Readonly<Record<"category" | "label" | "priority" | "tier" | "part", readonly string[]>>;
}

export function readBehindFilter(query: URLSearchParams): BehindFilter {
  const given = filterNames.flatMap((name) => {
    const text = readText(query, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const filter: Omit<BehindFilter, "page"> = Object.fromEntries(given);
  if (filter.week !== undefined) readDay("week", filter.week);
  return { ...filter, page: readCount(query, "page") ?? 1 };
}

/** The threads behind a figure, newest first. */
export async function gatherBehind(
  repository: RepositoryRef,
  measurer: PageReads["measurer"],
  {
    measure,
    period: { from, to },
    filter,
  }: { readonly measure: string; readonly period: Period; readonly filter: BehindFilter },
): Promise<BehindPage> {
  const all = await measurer.threadsBehind(repository, { measure, from, to });
  const wanted = all.filter((it) => matches(it, filter));
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  const page = Math.min(filter.page, pages);
  return {
    threads: wanted.slice((page - 1) * pageSize, page * pageSize),
    total: wanted.length,
    page,
    pages,
    choices: {
      category: unique(all.map(({ thread }) => thread.category)),
      label: unique(all.flatMap(({ thread }) => thread.labels)),
      priority: unique(all.map(({ thread }) => thread.priority)),
      tier: unique(all.map(({ thread }) => thread.tier)),
      part: unique(all.map(({ part }) => part)),
    },
  };
}

function matches({ thread, part, value }: ThreadBehind, wanted: BehindFilter): boolean {
  const is = (own: string | undefined, asked: string | undefined) => asked === undefined || own === asked;
  return (
    is(thread.category, wanted.category) &&
    (wanted.label === undefined || thread.labels.includes(wanted.label)) &&
    is(thread.priority, wanted.priority) &&
    is(thread.tier, wanted.tier) &&
    is(part, wanted.part) &&
    is(value > 0 ? "yes" : "no", wanted.counts)
  );
}

const maxChoices = 200;

function unique(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.flatMap((it) => it ?? []))].toSorted().slice(0, maxChoices);
}
