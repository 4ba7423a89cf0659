import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { configPath } from "../../config/schema.ts";
import type { Clock } from "../../core/clock.ts";
import { BadInputError } from "../../evaluation/run/options.ts";
import { writeWhole } from "../../evaluation/run/write-whole.ts";
import { findFiles } from "../../onboarding/find-files.ts";
import { pickCategories } from "../../onboarding/pick-categories.ts";
import type { Finds, MadeFile } from "../../onboarding/repository-finds.ts";
import { toFiles } from "../../onboarding/to-files.ts";
import { folderProblem } from "../docs-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { siteFilesOf } from "../site-of-folder.ts";
import type { Asker } from "./ask.ts";
import { askChoices } from "./ask-choices.ts";
import { choose } from "./choose.ts";
import { findSetup } from "./find-setup.ts";
import type { InitOptions } from "./options.ts";

/** What the command uses beside its options. */
export interface InitContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Missing where nothing is to be asked. */
  readonly asker?: Asker;
}

/** The categories that GitHub makes where discussions are turned on. */
const usualCategories = { questions: ["q-a"], ideas: ["ideas"] };

/** Finds, asks, and writes or prints. Resolves to the exit code. */
export async function runInit(options: InitOptions, context: InitContext): Promise<number> {
  const { out, err, asker } = context;
  try {
    await mustBeFree(options);
    const { finds, paths } = await findAll(options, context);
    const given = choose(finds, options, paths);
    if ("problem" in given) throw new BadInputError(given.problem);
    const tell = (line: string) => err(`${line}\n`);
    const chosen = asker ? await askChoices(given, options, { asker, paths, tell }) : given;
    const files = chosen && toFiles(chosen);
    if (!files || (asker && options.print !== true && !(await agrees(asker, files)))) {
      err("Nothing was written.\n");
      return exitCodes.failed;
    }
    if (options.print === true) out(files.map(printed).join("\n"));
    else write(files, options, out);
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    err(`frontdesk init: ${error.message}\n`);
    return exitCodes.wrongUse;
  } finally {
    asker?.close();
  }
}

/** Before anything is asked: whoever has answered four questions wants their file. */
async function mustBeFree({ folder, force, print }: InitOptions): Promise<void> {
  const problem = await folderProblem(folder);
  if (problem !== undefined) throw new BadInputError(problem);
  const file = join(folder, configPath);
  if (force === true || print === true || !existsSync(file)) return;
  throw new BadInputError(`${file} is there already. --force writes it anew, --print shows what that would be.`);
}

async function findAll(
  options: InitOptions,
  context: InitContext,
): Promise<{ readonly finds: Finds; readonly paths: readonly string[] }> {
  const setup = await findSetup(options, context);
  const files = await siteFilesOf(options.folder, "auto");
  const picked = setup ? pickCategories(setup.categories) : usualCategories;
  const { isArchived: _, hasDiscussions: __, ...found } = setup ?? { isArchived: false, hasDiscussions: true };
  if (setup?.hasDiscussions === false) {
    context.err(`${options.repository ?? "It"} has discussions turned off: turn them on in its settings.\n`);
  }
  return { finds: { ...findFiles(files), ...found, ...picked }, paths: files.paths };
}

async function agrees(asker: Asker, files: readonly MadeFile[]): Promise<boolean> {
  const names = files.map(({ path }) => path).join(", ");
  return /^y(?:es)?$/iu.test((await asker.ask(`Write ${names}? (y/n)`, "y")) ?? "n");
}

function printed({ path, text }: MadeFile): string {
  return text.startsWith(`# ${path}`) ? text : `# ${path}\n${text}`;
}

function write(files: readonly MadeFile[], { folder, repository }: InitOptions, out: InitContext["out"]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
    } catch (error) {
      throw new BadInputError(
        `${dirname(file)} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    writeWhole(file, text);
    out(`Wrote ${file}\n`);
  }
  out(
    [
      "",
      "Next:",
      "1. Read it: its comments say what was found. `frontdesk check-config` says what is wrong after a change.",
      "2. Commit it to the default branch. Where the app is installed, it is in force at once.",
      `3. \`frontdesk backtest ${repository ?? "owner/repo"}\` tells what it would have said on past questions.`,
      "",
    ].join("\n"),
  );
}
