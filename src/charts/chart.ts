/** A number over time. Points without a value are gaps. */
export interface LineChart {
  readonly title: string;
  /** What the numbers are: seconds are told as durations, shares as percentages. */
  readonly unit: "duration" | "share" | "count";
  readonly lines: readonly {
    readonly name: string;
    readonly points: readonly {
      readonly at: Date;
      readonly value: number | null;
      /** How many it is made of. */
      readonly n: number;
      /** Where a click on it leads; none in files. */
      readonly href?: string;
    }[];
  }[];
}

/** How a chart is coloured: by the reader's own wish (on our pages), or for one of GitHub's two themes (in a file). */
export type ChartTheme = "auto" | "light" | "dark";
