import type fc from "fast-check";

/** One reader of text from outside, and what must hold of it whatever the text is. */
export interface FuzzTarget {
  readonly name: string;
  /** What must hold of every input; printed with a failure. */
  readonly oracle: string;
  /** Texts by the grammar of what is read. Others are made by changing those of the corpus and of each other. */
  readonly inputs: fc.Arbitrary<string>;
  /** Pieces that mean something to the reader. */
  readonly words: readonly string[];
  /** Longest input, in UTF-16 units. */
  readonly maxLength: number;
  /** Milliseconds of processor time that an input of that length may take; more is told, and fails nothing. */
  readonly boundMs: number;
  /** Begins what the checks need. */
  readonly open: () => Promise<OpenTarget> | OpenTarget;
}

/** A target that is ready. */
export interface OpenTarget {
  /** Throws where the oracle does not hold. */
  check(input: string): Promise<void> | void;
  close?(): Promise<void>;
}

/** A target whose check needs nothing begun. */
export function plainTarget(target: Omit<FuzzTarget, "open"> & Pick<OpenTarget, "check">): FuzzTarget {
  const { check, ...rest } = target;
  return { ...rest, open: () => ({ check }) };
}
