import type { ReportedFigure } from "../parts/figure.ts";

/** Under which heading a measure and those after it stand, in the order in which measures are told. */
export const headings: Readonly<Record<string, string>> = {
  "discussions-opened": "Responses",
  "time-to-answer": "Resolution",
  "sla-first-response": "Promises kept",
  "deflection-confirmed": "Answered before a person had to",
  csat: "Satisfaction",
  "requests-by-state": "Feature requests",
};

export interface FigureGroup {
  readonly heading: string;
  readonly figures: ReportedFigure[];
}

/** Figures as a maintainer thinks of them. What comes before the first heading has one of its own. */
export function groupsOf(figures: readonly ReportedFigure[]): readonly FigureGroup[] {
  const groups: FigureGroup[] = [];
  for (const it of figures) {
    const heading = Object.hasOwn(headings, it.measure) ? headings[it.measure] : undefined;
    const last = groups.at(-1);
    if (heading === undefined && last) last.figures.push(it);
    else groups.push({ heading: heading ?? "Numbers", figures: [it] });
  }
  return groups;
}
