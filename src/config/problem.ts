/** Where something stands in a file. Lines and columns count from 1, columns in UTF-16 code units, ends belong to it. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A mistake in a config, for the person who can mend it. */
export interface ConfigProblem extends Place {
  /** `error`: the file is not used, or what it asks for cannot be done. `warning`: it is used, and may not mean what was meant. */
  readonly severity: "error" | "warning";
  /** What is wrong, after the name of the setting. In plain text, with backticks around what people write. */
  readonly message: string;
  /** What to write instead, where there is one thing that was most likely meant. */
  readonly suggestion?: string;
}

/** A mistake, and the file that it is in: as the repository, or this machine, names it. */
export interface ProblemInFile extends ConfigProblem {
  readonly path: string;
}

/** Keys, aliases and values are repeated in messages, however long somebody made them. */
const maxMessage = 600;
const maxName = 100;

/** A mistake at a place, with a message of bearable length. */
export function toProblem(
  place: Place,
  message: string,
  {
    severity = "error",
    suggestion,
  }: { readonly severity?: ConfigProblem["severity"]; readonly suggestion?: string } = {},
): ConfigProblem {
  return { severity, ...place, message: cut(message, maxMessage), ...(suggestion !== undefined && { suggestion }) };
}

/** `related-answers.threshold`, of a path in a config. */
export function settingName(path: readonly PropertyKey[]): string {
  return path.map((it) => cut(String(it), maxName)).join(".");
}

/** The message with what was most likely meant. */
export function withSuggestion({ message, suggestion }: Pick<ConfigProblem, "message" | "suggestion">): string {
  return suggestion === undefined ? message : `${message}; did you mean \`${suggestion}\`?`;
}

/** `5:14 related-answers.threshold: …`, as a compiler would say it; a warning says that it is one. */
export function renderProblem(problem: ConfigProblem): string {
  const { line, column, severity } = problem;
  return `${line}:${column} ${severity === "warning" ? "warning: " : ""}${withSuggestion(problem)}`;
}

/** `frontdesk.yml:5:14 related-answers.threshold: …`, which editors and terminals make a link of. */
export function renderInFile({ path, ...problem }: ProblemInFile): string {
  return `${path}:${renderProblem(problem)}`;
}

/** What the readers of other files say, which know one place of a problem and no more. */
export function fromFile(it: {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}): ProblemInFile {
  const { path, line, column, message } = it;
  return { path, ...toProblem({ line, column, endLine: line, endColumn: column }, message) };
}

/** The beginning of the file: of what is wrong with all of it. */
export const startOfFile: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max).toWellFormed()}…` : text;
}
