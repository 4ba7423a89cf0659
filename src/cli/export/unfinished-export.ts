import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";

const header = z.object({ repository: z.string(), apiUrl: z.string(), startedAt: z.iso.datetime() });
export type ExportHeader = z.infer<typeof header>;

const page = z.object({
  next: z.string().optional(),
  points: z.number(),
  threads: z.array(z.record(z.string(), z.unknown())),
});
type Page = z.infer<typeof page>;

/** What was read so far. */
export interface ReadSoFar {
  readonly startedAt: string;
  readonly pages: readonly Page[];
}

/**
 * An export under way, in a file beside the one that it will be: a line for what it is of, and one for each page. A page is there as a
 * whole or not at all, whenever the process ends.
 */
export class UnfinishedExport {
  readonly file: string;

  constructor(out: string) {
    this.file = `${out}.unfinished`;
  }

  /** What an earlier run has read of the same; undefined where there is nothing to go on from. */
  find({ repository, apiUrl }: Pick<ExportHeader, "repository" | "apiUrl">): ReadSoFar | undefined {
    if (!existsSync(this.file)) return undefined;
    const [first = "", ...lines] = readFileSync(this.file, "utf8").split("\n");
    const begun = header.safeParse(json(first)).data;
    if (begun?.repository !== repository || begun.apiUrl !== apiUrl) return undefined;
    const pages: Page[] = [];
    for (const line of lines) {
      const read = page.safeParse(json(line));
      // The last line may have been cut.
      if (!read.success) break;
      pages.push(read.data);
    }
    return { startedAt: begun.startedAt, pages };
  }

  /** Writes the beginning, with the pages that count, and nothing of what was cut. */
  begin(of: ExportHeader, pages: readonly Page[]): void {
    writeFileSync(this.file, [of, ...pages].map((it) => `${JSON.stringify(it)}\n`).join(""));
  }

  add(next: Page): void {
    appendFileSync(this.file, `${JSON.stringify(next)}\n`);
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
