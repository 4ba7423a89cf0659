import { pages } from "./pages.ts";

/** A command that a page tells its readers to type. */
export interface DocsCommand {
  readonly page: string;
  readonly line: number;
  /** As it stands there, without comments; lines that go on are one. */
  readonly text: string;
  /** What the page says it prints, where it does. */
  readonly output: string | undefined;
}

const shells = new Set(["sh", "bash", "shell", "console", "zsh", "fish"]);

/** Every command in a block of shell of every page. */
export const docsCommands: readonly DocsCommand[] = pages.flatMap(({ path, blocks }) =>
  blocks
    .filter(({ language }) => shells.has(language))
    .flatMap(({ language, text, line }) => (language === "console" ? session : script)(text, path, line)),
);

/** Commands of a script, one after the other. */
function script(text: string, page: string, first: number): DocsCommand[] {
  const commands: DocsCommand[] = [];
  let begun = "";
  for (const [at, row] of text.split("\n").entries()) {
    begun += row.trimEnd();
    if (begun.endsWith("\\")) begun = begun.slice(0, -1);
    else {
      const command = withoutComment(begun);
      if (command !== "") commands.push({ page, line: first + at, text: command, output: undefined });
      begun = "";
    }
  }
  return commands;
}

/** Commands behind `$ `, each with what it prints. */
function session(text: string, page: string, first: number): DocsCommand[] {
  const commands: DocsCommand[] = [];
  for (const [at, row] of text.split("\n").entries()) {
    if (row.startsWith("$ ")) commands.push({ page, line: first + at, text: withoutComment(row.slice(2)), output: "" });
    else {
      const last = commands.pop();
      if (last !== undefined) commands.push({ ...last, output: `${last.output ?? ""}${row}\n` });
    }
  }
  return commands.map((it) => ({ ...it, output: it.output?.trimEnd() }));
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|\s)#(?:\s.*)?$/u, "").trim();
}

/** One program with its arguments, and what is set for it alone. */
export interface Call {
  readonly set: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** The programs that a command calls, one after the other or into each other. */
export function callsOf(command: string): readonly Call[] {
  const inner = command.replace(/^source <\((.+)\)$/u, "$1").replaceAll(/\s>\s*\S+$/gu, "");
  return inner.split(/\s(?:&&|\|\||\|)\s/u).map((part) => {
    const words = [...part.matchAll(/(?:"[^"]*"|'[^']*'|\$\([^)]*\)|[^\s"'])+/gu)].map(([word]) =>
      word.replaceAll(/["']/gu, ""),
    );
    const from = words.findIndex((it) => !/^[A-Z][A-Z0-9_]*=/u.test(it));
    const sets = from === -1 ? words : words.slice(0, from);
    return {
      set: Object.fromEntries(sets.map((it) => [it.slice(0, it.indexOf("=")), it.slice(it.indexOf("=") + 1)])),
      words: from === -1 ? [] : words.slice(from),
    };
  });
}

/** The arguments of a call of `frontdesk`, by whichever name; undefined for other programs. */
export function frontdeskArguments({ words }: Call): readonly string[] | undefined {
  const names = [["frontdesk"], ["npx", "frontdesk"], ["npm", "run", "frontdesk", "--"], ["node", "bin/frontdesk.js"]];
  const name = names.find((it) => it.every((word, at) => words[at] === word));
  return name && words.slice(name.length);
}

/** Other programs that a command of ours is fed by or read by. */
const besides = new Set(["cat", "jq"]);

/** Whether a command is one of ours: it calls `frontdesk`, and nothing else that does something. */
export function isOurs(command: string): boolean {
  const calls = callsOf(command);
  return (
    calls.some((it) => frontdeskArguments(it) !== undefined) &&
    calls.every((it) => frontdeskArguments(it) !== undefined || besides.has(it.words[0] ?? ""))
  );
}
