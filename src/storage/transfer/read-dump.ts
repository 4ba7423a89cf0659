import { z } from "zod";
import { dumpFormat, dumpVersion, Digester, fromLine, type Digest } from "./dump-format.ts";
import { RefusedDumpError } from "./refused-dump.ts";
import type { RowValues } from "./read-rows.ts";

const header = z.object({
  format: z.literal(dumpFormat),
  version: z.number(),
  exportedAt: z.string(),
  migrations: z.array(z.string()),
});
const tableStart = z.strictObject({ table: z.string(), columns: z.array(z.string()) });
const tableEnd = z.strictObject({ end: z.string(), rows: z.number(), sha256: z.string() });
const dumpEnd = z.strictObject({ tables: z.number(), rows: z.number() });

/** What a dump has, in its order. */
export type DumpPart =
  | { readonly is: "header"; readonly migrations: readonly string[] }
  | { readonly is: "table"; readonly table: string; readonly columns: readonly string[] }
  | { readonly is: "row"; readonly values: RowValues; readonly bytes: number }
  | { readonly is: "end"; readonly table: string; readonly digest: Digest };

/** The parts of a dump, each checked. Rejects with `RefusedDumpError` where it is none, was cut off or changed. */
export async function* readDump(lines: AsyncIterable<string>): AsyncGenerator<DumpPart> {
  const reader = new DumpReader();
  for await (const line of lines) {
    const part = reader.take(line);
    if (part) yield part;
  }
  if (!reader.isWhole) throw new RefusedDumpError("the file is cut off: its end is missing");
}

class DumpReader {
  isWhole = false;
  #isBegun = false;
  #table: { readonly name: string; readonly digester: Digester } | undefined;
  #tables = 0;
  #rows = 0;

  take(line: string): DumpPart | undefined {
    const value = parse(line);
    if (!this.#isBegun) return this.#begin(value);
    if (this.isWhole) throw damaged();
    if (Array.isArray(value)) return this.#row(value, line);
    return this.#table ? this.#end(value, this.#table) : this.#start(value);
  }

  #begin(value: unknown): DumpPart {
    const { data } = header.safeParse(value);
    if (!data) throw new RefusedDumpError("the file is no export of a database of Frontdesk");
    if (data.version !== dumpVersion) {
      throw new RefusedDumpError(
        `the file has version ${data.version} of its format, and this Frontdesk reads ${dumpVersion}`,
      );
    }
    this.#isBegun = true;
    return { is: "header", migrations: data.migrations };
  }

  #row(value: readonly unknown[], line: string): DumpPart {
    if (!this.#table) throw damaged();
    this.#table.digester.add(line);
    this.#rows++;
    return { is: "row", values: fromLine(value), bytes: line.length };
  }

  #start(value: unknown): DumpPart | undefined {
    const end = dumpEnd.safeParse(value).data;
    if (end) {
      if (end.tables !== this.#tables || end.rows !== this.#rows) throw damaged();
      this.isWhole = true;
      return undefined;
    }
    const start = tableStart.safeParse(value).data;
    if (!start) throw damaged();
    this.#table = { name: start.table, digester: new Digester() };
    return { is: "table", ...start };
  }

  #end(value: unknown, table: { readonly name: string; readonly digester: Digester }): DumpPart {
    const end = tableEnd.safeParse(value).data;
    const digest = table.digester.digest();
    if (end?.end !== table.name || end.rows !== digest.rows || end.sha256 !== digest.sha256) throw damaged();
    this.#table = undefined;
    this.#tables++;
    return { is: "end", table: table.name, digest };
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged();
  }
}

function damaged(): RefusedDumpError {
  return new RefusedDumpError("the file is damaged: it is not as it was written");
}
