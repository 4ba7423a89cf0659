import { createHash, type Hash } from "node:crypto";
import type { RowValues } from "./read-rows.ts";

/**
 * A database as a file: lines of JSON, packed by gzip. The first one is a `DumpHeader`. For each table there are a
 * `TableStart`, an array of values for each row, in which bytes are `{ "base64": … }`, and a `TableEnd`. The last one is a
 * `DumpEnd`, so that a file that was cut off is told from a whole one.
 */
export interface DumpHeader {
  readonly format: typeof dumpFormat;
  /** Of this format. */
  readonly version: typeof dumpVersion;
  readonly exportedAt: string;
  /** Names of the migrations that made its tables: only a database with the same ones takes it. */
  readonly migrations: readonly string[];
}

export interface TableStart {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableEnd extends Digest {
  readonly end: string;
}

export interface DumpEnd {
  readonly tables: number;
  readonly rows: number;
}

/** What a table's rows are compared by. */
export interface Digest {
  readonly rows: number;
  readonly sha256: string;
}

export const dumpFormat = "frontdesk-database";
export const dumpVersion = 1;

/** The line of a row. */
export function toLine(values: RowValues): string {
  return JSON.stringify(
    values.map((it) => (it instanceof Uint8Array ? { base64: Buffer.from(it).toString("base64") } : it)),
  );
}

/** The values of a row's line. */
export function fromLine(line: readonly unknown[]): RowValues {
  return line.map((it) => (isBytes(it) ? new Uint8Array(Buffer.from(it.base64, "base64")) : it));
}

function isBytes(value: unknown): value is { readonly base64: string } {
  return typeof value === "object" && value !== null && "base64" in value;
}

/** Counts rows, and reckons what tells them from others. The same on either engine, of which one has no NUL in texts. */
export class Digester {
  readonly #hash: Hash = createHash("sha256");
  #rows = 0;

  add(line: string): void {
    this.#hash.update(line.replaceAll(String.raw`\u0000`, "\uFFFD")).update("\n");
    this.#rows++;
  }

  digest(): Digest {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}
