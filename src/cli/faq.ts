import type { Command } from "commander";
import { createTwoFilesPatch } from "diff";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isRefusal, type Refusal, type SiteSyntax } from "../core/faq-editor.ts";
import type { FaqEntry } from "../faq-file/faq-entry.ts";
import { faqFile, isFaqPath } from "../faq-file/faq-path.ts";
import { promote, type Promoted } from "../faq-file/promote.ts";
import { sameWords } from "../faq-file/question-title.ts";
import { readFaq } from "../faq-file/read-faq.ts";
import { siteFolders, siteSyntax } from "../faq-file/site-syntax.ts";
import { asksTheSame } from "../features/faq/promotion/same-questions.ts";
import { registerStats, type OpenFaqStores } from "./faq/stats.ts";
import { CommandError } from "./command-error.ts";
import { fileWords } from "./known-errors.ts";
import { print, printFile, printJson, writeErr } from "./terminal/print.ts";
import { toTable, type Column } from "./terminal/table.ts";

interface AddArguments {
  readonly file: string;
  readonly question: string;
  readonly answer: string;
  readonly section?: string;
  readonly baseUrl?: string;
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * `frontdesk faq add|list`: the editor behind `/promote-faq`, on a local file. Both exit 2 with one line when they refuse.
 * `frontdesk faq stats` counts what entries are good for.
 */
export function register(program: Command, openStores: OpenFaqStores): void {
  const faq = program.command("faq").description("Read and extend a FAQ file as /promote-faq does.");
  faq
    .command("add")
    .description("Add an answered question to a FAQ file; prints the new file.")
    .requiredOption("--file <file>", "the FAQ, in Markdown; made if it is not there")
    .requiredOption("--question <text>", "the question, or the title of a thread")
    .requiredOption("--answer <file>", "the answer, in Markdown")
    .option("--section <title>", "the section it is to stand in, by title or anchor")
    .option("--base-url <url>", "address of the thread: relative links of the answer are those of its repository")
    .option("--force", "add it although another entry answers the same question")
    .option("--write", "write the file instead of printing it")
    .option("--json", "print what was added as one JSON object, with the new text of the file")
    .option("--diff", "print what changes instead of the whole file")
    .action(async (given: AddArguments) => {
      const added = await addToFile(given);
      if (isRefusal(added)) return refuse("add", added);
      if (added.hadNone) writeErr(`frontdesk faq add: ${whereItWent(given.file, added)}\n`);
      for (const [what, count] of added.redacted) writeErr(`taken out: ${what} (${count})\n`);
      if (given.write) await writeFile(given.file, added.text);
      if (given.json) return printJson(toData(given, added));
      if (given.diff) printFile(createTwoFilesPatch(given.file, given.file, added.before, added.text));
      else if (!given.write) printFile(added.text);
    });
  faq
    .command("list")
    .description("Print the entries of a FAQ file, as Frontdesk understands them.")
    .requiredOption("--file <file>", "the FAQ, in Markdown")
    .option("--json", "one JSON array of question, anchor, line and answer")
    .action(async ({ file, json }: { readonly file: string; readonly json?: boolean }) => {
      const text = await read(file);
      if (typeof text === "object") return refuse("list", text);
      const entries = entriesOf(text, file).map(({ question, anchor, line, answer }) => ({
        question,
        anchor,
        line,
        answer,
      }));
      if (entries.length === 0) writeErr(`frontdesk faq list: ${file} has no entries ${howToRead}\n`);
      if (json) printJson(entries);
      else if (entries.length > 0) print(toTable(entries, columns));
    });
  registerStats(faq, openStores);
}

const columns: readonly Column<Pick<FaqEntry, "line" | "question" | "anchor">>[] = [
  { title: "line", of: ({ line }) => line },
  { title: "question", of: ({ question }) => question, mayShrink: true },
  { title: "anchor", of: ({ anchor }) => anchor && `#${anchor}`, mayShrink: true },
];

function toData({ file, write }: AddArguments, { text, entry, redacted }: AddedToFile): object {
  return {
    file,
    isWritten: write === true,
    line: lineOf(text, entry.start),
    sections: entry.sections,
    redacted: Object.fromEntries(redacted),
    text,
  };
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** Ends a sentence that says that a file has no entries. */
const howToRead = "that Frontdesk can tell (docs/explanation/faq.md lists the ways of writing them)";

/** Said where nothing in the file shows how entries are written, so that the new one may stand in a wrong place. */
function whereItWent(file: string, { text, entry }: Promoted): string {
  const line = lineOf(text, entry.start);
  const section = entry.sections.at(-1);
  const under = section === undefined ? "" : ` under "${section}"`;
  return `${file} has no entries ${howToRead}; the new one went to line ${line}${under}`;
}

function refuse(command: string, { refused }: Refusal): never {
  throw new CommandError(`frontdesk faq ${command}: ${refused}`);
}

interface AddedToFile extends Promoted {
  readonly before: string;
  /** Whether there was text before, but no entry. */
  readonly hadNone: boolean;
}

async function addToFile(given: AddArguments): Promise<AddedToFile | Refusal> {
  const { file, question, section, baseUrl } = given;
  const kind = faqFile(file);
  if (isRefusal(kind)) return kind;
  if (baseUrl !== undefined && !/^https?:\/\/[^/]+\/[^/]+\/[^/]+\/discussions\/\d+$/u.test(baseUrl)) {
    return { refused: "--base-url must be the address of a discussion: https://github.com/owner/name/discussions/1" };
  }
  const answer = await read(given.answer);
  if (typeof answer === "object") return answer;
  const before = await read(file, "");
  if (typeof before === "object") return before;
  const same = given.force === true ? undefined : sameQuestion(before, file, question);
  if (same !== undefined) return same;
  const options = {
    ...kind,
    isFaq: isFaqPath(file),
    syntax: await readSiteSyntax(file),
    ...(section !== undefined && { section }),
  };
  const promoted = promote(
    before,
    { title: question, answer, ...(baseUrl !== undefined && { thread: baseUrl }) },
    options,
  );
  if (isRefusal(promoted)) return promoted;
  return { ...promoted, before, hadNone: before.trim() !== "" && entriesOf(before, file).length === 0 };
}

function entriesOf(text: string, file: string): readonly FaqEntry[] {
  return readFaq(text, undefined, { isFaq: isFaqPath(file) }).entries;
}

/** As the app refuses it, which looks at all FAQ files and asks the finder as well. */
function sameQuestion(text: string, file: string, question: string): Refusal | undefined {
  const same = entriesOf(text, file).find(
    (it) => sameWords(it.question, question) || asksTheSame(question, [it.question, ...it.metadata.aliases]),
  );
  if (same === undefined) return undefined;
  const place = same.anchor === "" ? `line ${same.line}` : `${file}#${same.anchor}`;
  return {
    refused: `another entry answers the same question: "${same.question}" (${place}); --force adds this one all the same`,
  };
}

/** The text of a file; `absent` stands for one that is not there. Bytes that are no UTF-8 would come back changed. */
async function read(file: string, absent?: string): Promise<string | Refusal> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (absent !== undefined && error instanceof Error && "code" in error && error.code === "ENOENT") return absent;
    return { refused: `${file} cannot be read: ${fileWords(error)}` };
  }
}

/** What the site of a file's repository reads in Markdown: as the app finds it, on the disk. */
async function readSiteSyntax(file: string): Promise<SiteSyntax> {
  const around: (readonly string[])[] = [];
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const names = await namesIn(folder);
    around.push(names);
    if (names.includes(".git")) {
      const others = await Promise.all(siteFolders.map((name) => namesIn(join(folder, name))));
      return siteSyntax([...around, ...others]);
    }
    if (folder === dirname(folder)) return siteSyntax(around);
  }
}

/** None where there is no such folder, or nobody may look into it. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
