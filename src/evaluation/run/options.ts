/** What was asked for on the command line. */
export interface BacktestOptions {
  /** `owner/name`, read with a token. */
  readonly repository?: string | undefined;
  readonly fromExport?: string;
  readonly demo?: boolean;
  readonly docs?: string;
  /** Where the folder of `docs` stands in the repository; without it git is asked. */
  readonly docsRoot?: string;
  readonly config?: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly limit?: number;
  readonly category?: readonly string[];
  readonly format?: Format;
  /** Another program reads the report. */
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly out?: string;
  readonly saveExport?: string;
  readonly apiUrl: string;
  readonly apply?: boolean;
  /** The data folder that `apply` writes to. */
  readonly data: string;
}

export const formats = ["text", "json", "html"] as const;
export type Format = (typeof formats)[number];

/** Something that whoever typed the command can mend. The message is one line: what is wrong, and what to do. */
export class BadInputError extends Error {
  override name = "BadInputError";
}
