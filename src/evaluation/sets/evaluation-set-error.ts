/** A file of a set that cannot be read as one. The message is one line for whoever wrote it: file, line, what is wrong. */
export class EvaluationSetError extends Error {
  override name = "EvaluationSetError";

  /** `line` counts from 1; missing where the whole file is meant. */
  constructor(problem: { readonly file: string; readonly line?: number; readonly what: string }) {
    const { file, line, what } = problem;
    super(line === undefined ? `${file}: ${what}` : `${file}:${line}: ${what}`);
  }
}
