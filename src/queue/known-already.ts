/**
 * Whether a statement was refused since what this unique index holds is there already: written by another process since
 * it was looked for. PostgreSQL names the index; on SQLite, with one writer at a time, nothing comes in between.
 */
export function isKnownAlready(error: unknown, index: string): boolean {
  const { code, constraint } = Object(error) as { readonly code?: unknown; readonly constraint?: unknown };
  // https://www.postgresql.org/docs/current/errcodes-appendix.html: unique_violation
  return code === "23505" && constraint === index;
}
