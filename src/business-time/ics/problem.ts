/** What is wrong with a file of holidays. Lines and columns count from 1. */
export interface IcsProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
