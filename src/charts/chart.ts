/** What the numbers of a chart are: seconds are told as durations, shares (0 to 1) as percentages. */
export type ChartUnit = "duration" | "share" | "count";

/** A number over time. Points without a value are gaps. */
export interface LineChart {
  readonly title: string;
  readonly unit: ChartUnit;
  /** Of durations in business time: they are told in hours, since a day has as many as its calendar gives it. */
  readonly isBusiness?: boolean;
  /** Whose days the points are named by: an IANA name. UTC without it. */
  readonly timeZone?: string;
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

/** Numbers beside each other, in the order given. */
export interface BarChart {
  readonly title: string;
  readonly unit: ChartUnit;
  /** As of a line chart. */
  readonly isBusiness?: boolean;
  readonly bars: readonly {
    readonly name: string;
    /** Null: there is none to tell. */
    readonly value: number | null;
    /** How many it is made of. */
    readonly n: number;
    /** Where a click on it leads; none in files. */
    readonly href?: string;
  }[];
}

/** How a chart is coloured: by the reader's own wish (on our pages, with `chartStyles`), or for one of GitHub's two themes (in a file). */
export type ChartTheme = "auto" | "light" | "dark";
