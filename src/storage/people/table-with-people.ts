/**
 * How a text column can name people.
 *
 * - `login`: it is a login. It becomes `ghost`, another word that is no login where a key has that already, or null.
 * - `json`: it is JSON. What stands under the `ghost` keys becomes `ghost` where it is the login; what stands under the
 *   `gone` keys is left out, as where an account is gone.
 * - `words`: people wrote it.
 *
 * In the last two each `@login` and each address of the person's profile becomes that of `ghost`.
 */
export type NamingColumn =
  | { readonly is: "login"; readonly becomes: "ghost" | "null" }
  | { readonly is: "json"; readonly ghost: readonly string[]; readonly gone: readonly string[] }
  | { readonly is: "words" };

/** What a table says of people, and what is left of it when one of them is forgotten. */
export interface TableWithPeople {
  readonly table: string;
  /** Columns of its primary key. */
  readonly key: readonly string[];
  /** Rows go where this column is the login. */
  readonly goWith?: string;
  /** Rows go where the row of another table with the same values of `by` has the login in `column`. */
  readonly goWithRowOf?: { readonly table: string; readonly column: string; readonly by: readonly string[] };
  /** Where another row stays, these columns of it name people. */
  readonly columns: Readonly<Record<string, NamingColumn>>;
  /** What else is set in a row in which this column was the login, such as that nothing is due any more. */
  readonly settle?: {
    readonly where: string;
    readonly change: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, string | number | null>>;
  };
  /** Its rows have a revision, by which indexes learn that they have changed. */
  readonly hasRevision?: true;
  /** Text columns that name nobody: ids, states, paths, digests. */
  readonly free: readonly string[];
}

/** A table of which nothing is changed when a person is forgotten, and why. */
export interface TableWithoutPeople {
  readonly table: string;
  readonly because: string;
}
