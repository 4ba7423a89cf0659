/** What somebody wants of `/office-hours`. */
export type Wish =
  { readonly is: "list" } | { readonly is: "cancel" } | { readonly is: "book" | "move"; readonly at?: WishedTime };

/** When it is to be, as clocks show it in the session's zone, or in UTC. */
export interface WishedTime {
  /** `2026-12-08` for any time of a day, `2026-12-08 14:30`. */
  readonly local: string;
  readonly isDay: boolean;
  readonly isUtc: boolean;
}

/** Why nothing can be booked as it was wished. */
export type WhyNot = "nothing-free" | "past" | "no-slot" | "taken" | "too-late" | "too-far" | "same";
