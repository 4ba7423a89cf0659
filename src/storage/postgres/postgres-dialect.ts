import {
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type DataTypeNode,
  type Dialect,
  type Driver,
  type Kysely,
  type TransactionSettings,
} from "kysely";
import pg from "pg";

/**
 * Kysely's own PostgreSQL dialect, but for what makes one set of migrations and of stores do for both engines: types of
 * columns are what they are on SQLite, and values come back as they do there.
 */
export function postgresDialect(pool: pg.Pool): Dialect {
  return {
    createAdapter: () => new UnlockedAdapter(),
    createDriver: (): Driver => new SnapshotDriver({ pool }),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new SameTypesCompiler(),
  };
}

/**
 * Whoever migrates holds a lock of our own, which ends with its transaction. Kysely's is given back by a statement, which
 * a transaction that has failed refuses, and then tells of that in the place of what went wrong.
 */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** A transaction that only reads sees one moment, as on SQLite: https://www.postgresql.org/docs/current/transaction-iso.html */
class SnapshotDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isReading = settings.accessMode === "read only" && settings.isolationLevel === undefined;
    await super.beginTransaction(connection, {
      ...settings,
      ...(isReading && { isolationLevel: "repeatable read" }),
    });
  }
}

/**
 * What SQLite means by a type: integers have 64 bits, reals are double, and texts are compared byte by byte, whatever
 * the locale of the database.
 */
const typeOnPostgres: Readonly<Record<string, string>> = {
  integer: "bigint",
  real: "double precision",
  blob: "bytea",
  text: 'text collate "C"',
};

class SameTypesCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    this.append(typeOnPostgres[node.dataType] ?? node.dataType);
  }

  /** PostgreSQL holds no NUL in a text. Markdown takes it for U+FFFD: https://spec.commonmark.org/0.31.2/#insecure-characters */
  protected override appendValue(value: unknown): void {
    super.appendValue(typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value);
  }
}

/**
 * Values as SQLite gives them. Integers of 64 bits and sums come as texts from pg, since they could be beyond what a number
 * holds exactly; ours are ids, times and counts, which are not.
 */
export const asOnSqlite: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (numbers.has(oid)) return Number;
    if (oid === bytes) return toBytes;
    return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
  },
};

const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const bytes: number = pg.types.builtins.BYTEA;

/** A bytea as PostgreSQL writes it: https://www.postgresql.org/docs/current/datatype-binary.html */
function toBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), "hex"));
}
