import { posix } from "node:path";
import type { Command, Option } from "commander";
import { exitCodes, exitMeanings, type ExitName } from "../src/cli/exit-codes.ts";
import { groups } from "../src/cli/help/lesson.ts";
import { lessons } from "../src/cli/help/lessons.ts";

/** docs/reference/cli.md: all commands with their arguments and options, from the very objects that the command line is read by. */
export function cliPage(generated: string, program: Command): string {
  const headings = [...new Set([...Object.values(groups), ...program.commands.map((it) => it.helpGroup())])];
  const sections = headings.flatMap((heading) => {
    const commands = program.commands.filter((it) => it.helpGroup() === heading);
    return commands.length === 0 ? [] : [groupSection(heading, commands)];
  });
  return [
    `# The command line\n\n${generated}`,
    "`frontdesk --help` lists the commands, `frontdesk <command> --help` has examples. Commands that read records take the data folder (`--data`, or `DATA_FOLDER`), or the PostgreSQL server that `DATABASE_URL` names, and may run while the app runs.",
    "## Output\n\n- What a command answers goes to standard output; problems, notes and progress to standard error. Tables are cut to the width of your terminal, with … where something is missing; into a file or another program they are written whole, two blanks between columns.\n- `--json` prints one JSON value and nothing else on standard output: an array for lists, an object for the rest. Only `index-docs` prints JSON Lines, an object a line. Fields are added in time; none is renamed or dropped without a line in the changelog. Characters that could steer a terminal are escaped.\n- What goes wrong is told on standard error, one line for each problem, with `--json` too: standard output stays empty, and the exit code tells what kind it is. Only a check that found something (`check-config`, `doctor`, `rota --strict`, `db migrate --check`) prints its JSON and ends with 1.\n- Long work shows a bar where standard error is a terminal, and none elsewhere, with `--json` or with `--quiet`. Notes, such as a wait that GitHub asks for, are printed unless `--quiet` is given.\n- Nothing is coloured. Where a bug comes from is shown with `FRONTDESK_DEBUG=1`.",
    `## Exit codes\n\n${exitCodesTable()}`,
    ...sections,
  ].join("\n\n");
}

/** What every command ends with, and what to do. */
export function exitCodesTable(): string {
  const rows = Object.entries(exitMeanings).map(
    ([name, [means, todo]]) => `| ${exitCodes[name as ExitName]} | ${means} | ${todo} |`,
  );
  return ["| Code | What it means | What to do |", "| --- | --- | --- |", ...rows].join("\n");
}

function groupSection(heading: string, commands: readonly Command[]): string {
  const title = heading === "" ? "Others" : heading.replace(/:$/u, "");
  return [`## ${title}`, ...commands.flatMap((it) => commandSections(it, it.name()))].join("\n\n");
}

function commandSections(command: Command, path: string): string[] {
  const within = command.commands.flatMap((it) => commandSections(it, `${path} ${it.name()}`));
  return [commandSection(command, path), ...within];
}

function commandSection(command: Command, path: string): string {
  const lesson = lessons[path];
  const isLeaf = command.commands.length === 0;
  const given = command.registeredArguments.map((it) => (it.required ? `<${it.name()}>` : `[${it.name()}]`));
  const usage = ["frontdesk", path, ...given, ...(isLeaf ? ["[options]"] : ["<command>"])].join(" ");
  const exits = Object.entries(lesson?.exits ?? {}).map(([name, means]) => `${exitCodes[name as ExitName]}: ${means}`);
  return [
    `### ${path}`,
    escaped(command.description()),
    `\`\`\`text\n${usage}\n\`\`\``,
    argumentsTable(command),
    optionsTable(command.options),
    lesson && isLeaf
      ? `\`\`\`sh\n${lesson.examples.map(([line, does]) => `${line} # ${does}`).join("\n")}\n\`\`\``
      : "",
    lesson?.json === undefined ? "" : `\`--json\`: ${lesson.json}.`,
    exits.length === 0 ? "" : `Exit code ${exits.join("; ")}.`,
    lesson === undefined ? "" : `More: [${lesson.page}](${posix.relative("docs/reference", lesson.page)}).`,
  ]
    .filter((it) => it !== "")
    .join("\n\n");
}

function argumentsTable({ registeredArguments }: Command): string {
  if (registeredArguments.length === 0) return "";
  const rows = registeredArguments.map((it) => {
    const about = [it.description, ...choicesOf(it.argChoices), ...defaultOf(it.defaultValue)].filter(Boolean);
    return `| \`${it.name()}\` | ${escaped(about.join("; "))} |`;
  });
  return ["| Argument | What it is |", "| --- | --- |", ...rows].join("\n");
}

function optionsTable(options: readonly Option[]): string {
  const shown = options.filter((it) => !it.hidden);
  if (shown.length === 0) return "";
  const rows = shown.map((it) => {
    const about = [
      it.description,
      ...(it.mandatory ? ["required"] : []),
      ...choicesOf(it.argChoices),
      ...defaultOf(it.defaultValue),
      ...(it.envVar === undefined ? [] : [`also \`${it.envVar}\``]),
    ];
    return `| \`${it.flags}\` | ${escaped(about.filter(Boolean).join("; "))} |`;
  });
  return ["| Option | What it does |", "| --- | --- |", ...rows].join("\n");
}

function choicesOf(choices: readonly string[] | undefined): string[] {
  return choices === undefined ? [] : [choices.map((it) => `\`${it}\``).join(", ")];
}

function defaultOf(value: unknown): string[] {
  const isShown = (typeof value === "string" && value !== "") || typeof value === "number";
  return isShown ? [`\`${value}\` by default`] : [];
}

/** Of what help says in a terminal, what Markdown would take for its own: placeholders and the bars of tables. */
function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/<(?=[a-z])/giu, "\\<");
}
