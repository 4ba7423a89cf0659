/** A unique index of `deliveries`, by the names under which the engines tell of it. */
interface UniqueIndex {
  readonly name: string;
  readonly columns: readonly string[];
}

/** No two of an installation's deliveries in progress have one slot. */
export const slots: UniqueIndex = { name: "deliveries_slots", columns: ["installation", "slot"] };
/** What can happen only once is known once. */
export const causes: UniqueIndex = { name: "deliveries_by_cause", columns: ["cause"] };

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: unique_violation */
const onPostgres = "23505";
/** SQLITE_CONSTRAINT_UNIQUE: https://www.sqlite.org/rescode.html#constraint_unique */
const onSqlite = 2067;

/** Whether a statement was refused since what an index holds once is there: another process wrote it since we looked. */
export function isTaken(error: unknown, { name, columns }: UniqueIndex): boolean {
  const { code, constraint, errcode, message } = Object(error) as Readonly<Record<string, unknown>>;
  if (code === onPostgres) return constraint === name;
  // SQLite names the columns: "UNIQUE constraint failed: deliveries.installation, deliveries.slot".
  const named = columns.map((column) => `deliveries.${column}`).join(", ");
  return errcode === onSqlite && typeof message === "string" && message.endsWith(named);
}
