import type { Command } from "commander";
import { exitCodes, shortMeanings, type ExitName } from "../exit-codes.ts";
import { groups, type Lesson } from "./lesson.ts";
import { lessons } from "./lessons.ts";

/** What whoever begins types first. */
const beginning = `To begin:
  $ frontdesk demo                     try everything here, with a GitHub on this machine
  $ frontdesk backtest acme/widgets    what it would have said to your past questions
  $ frontdesk start                    create the GitHub App in your browser, and run it
  $ frontdesk doctor                   whether everything is in order
  $ frontdesk explain <address>        why it did what it did in a discussion

frontdesk <command> --help has examples of each. All of it on one page: docs/reference/cli.md.`;

/** Puts into the help of a program and its commands what is taught of them. A command without a lesson says what it says itself. */
export function teach(program: Command): void {
  program.addHelpText("after", `\n${beginning}`);
  program.configureHelp({ visibleCommands: inOrder, subcommandTerm: termOf });
  for (const command of program.commands) teachCommand(command, command.name());
}

/** Group by group. `help` is the same as --help, and would stand alone. */
function inOrder({ commands }: Command): Command[] {
  const order: readonly string[] = Object.values(groups);
  const placeOf = (it: Command): number => order.indexOf(it.helpGroup()) + 1 || order.length + 1;
  return commands.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** That a command has options is said by its own help. */
function termOf(command: Command): string {
  const given = command.registeredArguments.map((it) => (it.required ? `<${it.name()}>` : `[${it.name()}]`));
  return [command.name(), ...given].join(" ");
}

function teachCommand(command: Command, path: string): void {
  const lesson = Object.hasOwn(lessons, path) ? lessons[path] : undefined;
  command.configureHelp({ visibleCommands: inOrder, subcommandTerm: termOf });
  command.showHelpAfterError(`(frontdesk ${path} --help tells how it is called)`);
  if (lesson) {
    if (command.summary() === "") command.summary(lesson.summary);
    if (lesson.group && command.helpGroup() === "") command.helpGroup(groups[lesson.group]);
    command.addHelpText("after", `\n${helpText(lesson)}`);
  }
  for (const it of command.commands) teachCommand(it, `${path} ${it.name()}`);
}

function helpText({ examples, exits = {}, page }: Lesson): string {
  const named = Object.entries({ ...shortMeanings, ...exits }) as [ExitName, string][];
  return [
    examples.length === 1 ? "Example:" : "Examples:",
    ...examples.map(([line, does]) => `  $ ${line}\n      ${does}`),
    "",
    "Exit codes:",
    ...named
      .toSorted(([a], [b]) => exitCodes[a] - exitCodes[b])
      .map(([name, means]) => `  ${String(exitCodes[name]).padEnd(3)}  ${means}`),
    "",
    `More: ${page}`,
  ].join("\n");
}
