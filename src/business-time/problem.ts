/** What is wrong with a part of a calendar's config, and where it stands in it. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A part as it was read; what is wrong with it is left out. */
export interface Read<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}
