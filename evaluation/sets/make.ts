import { Argument, Command } from "commander";
import { EvaluationSetError } from "../../src/evaluation/sets/evaluation-set-error.ts";
import { allSets } from "./all-sets.ts";
import { openSources } from "./open-sources.ts";
import { SetError } from "./set-error.ts";
import { writeSet } from "./write-set.ts";

const names = allSets.map(({ name }) => name);

/**
 * Makes an evaluation set from clones of the public repositories that it names.
 *
 *     node evaluation/sets/make.ts --list
 *     node evaluation/sets/make.ts <name> --from <clone>… --out <folder>
 */
const program = new Command("node evaluation/sets/make.ts")
  .description("Make a set of questions with known answers out of public repositories.")
  .addArgument(new Argument("[name]", "which set").choices(names))
  .option("--from <clone...>", "clones of the set's repositories, bare or not, in any order")
  .option("--out <folder>", "where the set is written; keep it out of commits")
  .option("--list", "print the sets, and what they are made from")
  .showHelpAfterError()
  .action(async (name: string | undefined, options: MakeOptions) => {
    if (options.list === true) return list();
    const { from, out } = options;
    const set = allSets.find((it) => it.name === name);
    if (set === undefined) return program.error("error: name a set; --list prints them");
    if (from === undefined || out === undefined)
      return program.error("error: needs --from <clone>… and --out <folder>");
    try {
      const extracted = await set.extract(await openSources(set.sources, from));
      await writeSet(out, set, extracted);
      console.log(`${out}: ${extracted.documents.length} documents, ${extracted.queries.length} questions`);
    } catch (error) {
      if (error instanceof SetError || error instanceof EvaluationSetError) {
        console.error(`error: ${error.message}`);
        process.exitCode = 1;
      } else throw error;
    }
  });

interface MakeOptions {
  readonly from?: readonly string[];
  readonly out?: string;
  readonly list?: boolean;
}

function list(): void {
  for (const { name, description, sources } of allSets) {
    console.log(`${name}: ${description}`);
    for (const { repository, commit } of sources) console.log(`  https://github.com/${repository} at ${commit}`);
  }
}

await program.parseAsync();
