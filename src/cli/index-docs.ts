import { Option, type Command } from "commander";
import { generatorNames, type DocsSite, type GeneratorName } from "../core/docs-site.ts";
import type { Section } from "../core/knowledge.ts";
import { createProgress, type Progress } from "../evaluation/run/progress.ts";
import { createWorkerSplitter } from "../section-thread/worker-splitter.ts";
import { plain } from "./terminal/plain.ts";
import { quietOption } from "./terminal/quiet-option.ts";
import { toJson, writeErr, writeOut } from "./terminal/print.ts";
import { siteLinks } from "../docs-site/section-links.ts";
import { siteOfFolder } from "./site-of-folder.ts";
import { docsIn, folderProblem, globProblem, globsFor, readPage, type Print } from "./docs-folder.ts";
import { repeated } from "./terminal/repeated.ts";

export interface IndexDocsOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Globs over paths from the folder; without them it is looked at what the folder is. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Where the docs are published; without it, what the folder's own files say. */
  readonly site?: string;
  /** What builds the site; without it, it is guessed by the folder's files. */
  readonly generator?: GeneratorName;
}

/** `frontdesk index-docs <folder>`: shows what the wiki looks like to Frontdesk; exits 2 when there is no such folder. */
export function register(program: Command): void {
  program
    .command("index-docs")
    .description("Cut a folder's docs into sections, as Frontdesk does with those of a repository, and print them.")
    .argument("<folder>", "a checkout, or a folder of docs")
    .option("--json", "one JSON object a line for each section (JSON Lines)")
    .addOption(quietOption())
    .option("--include <glob>", "files that are docs; may be repeated", repeated)
    .option("--exclude <glob>", "files that are not; may be repeated", repeated)
    .option("--site <url>", "where the docs are published, for the addresses of sections")
    .addOption(new Option("--generator <name>", "what builds the site; guessed by default").choices(generatorNames))
    .action(async (folder: string, options: IndexDocsOptions) => {
      // With the list before somebody's eyes, a bar would be in its way.
      const progress = createProgress(process.stderr, { ...options, json: options.json || process.stdout.isTTY });
      process.exitCode = await indexDocs(folder, options, { out: writeOut, err: writeErr, progress });
    });
}

interface IndexDocsOutput {
  readonly out: Print;
  readonly err: Print;
  readonly progress?: Progress;
}

/** Print every section of a folder's docs in the order of their paths. Resolves to the exit code: 0, or 2 with one line on `err`. */
export async function indexDocs(
  folder: string,
  options: IndexDocsOptions,
  { out, err, progress }: IndexDocsOutput,
): Promise<number> {
  const problem =
    (await folderProblem(folder)) ?? globProblem([...(options.include ?? []), ...(options.exclude ?? [])]);
  if (problem !== undefined) {
    err(`frontdesk index-docs: ${plain(problem)}\n`);
    return 2;
  }
  const paths = await docsIn(folder, await globsFor(folder, options), err);
  const site = await siteOfFolder(folder, paths, options);
  const splitter = createWorkerSplitter();
  const counts = { pages: 0, sections: 0 };
  progress?.start("Cutting pages", paths.length);
  try {
    for (const [done, path] of paths.entries()) {
      progress?.update(done);
      const bytes = await readPage(folder, path, err);
      if (bytes === undefined) continue;
      const sections = await splitter.split(path, bytes);
      counts.pages += 1;
      counts.sections += sections.length;
      out(options.json ? jsonLines(site, sections) : outline(path, sections));
    }
  } finally {
    progress?.stop();
    await splitter.close();
  }
  if (!options.json) out(`${counts.sections} sections on ${counts.pages} pages\n`);
  return 0;
}

function jsonLines(site: DocsSite | undefined, sections: readonly Section[]): string {
  const links = site && siteLinks(site, sections);
  return sections
    .map(({ path, anchor, headings, title, text, line }, i) => {
      const link = links?.[i];
      const published = { site_anchor: link === undefined ? null : (link.anchors[0] ?? ""), url: link?.url ?? null };
      return toJson({ path, anchor, ...published, headings, title, text, line });
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** A page's sections as an indented list: line, heading, anchor, and how much text stands there. */
function outline(path: string, sections: readonly Section[]): string {
  const lines = sections.map(({ line, headings, title, anchor, text }) => {
    const indent = "  ".repeat(headings.length);
    return `${String(line).padStart(6)} ${indent}${plain(title) || "(no heading)"}  #${plain(anchor)}  ${words(text)} words\n`;
  });
  return `${plain(path)}\n${lines.join("")}`;
}

function words(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
