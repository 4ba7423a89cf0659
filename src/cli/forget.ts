import { InvalidArgumentError, type Command } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import type { FoundNaming } from "../core/forgotten-people.ts";
import { print, printJson } from "./terminal/print.ts";
import { toTable, type Column } from "./terminal/table.ts";
import { dataOption, withStores, type OpenStores } from "./with-stores.ts";

interface Stores {
  readonly forgetting: {
    look(login: string): Promise<FoundNaming>;
    forget(login: string): Promise<FoundNaming>;
  };
  readonly records: { repositories(): Promise<readonly RepositoryRef[]> };
}

interface Options {
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly data: string;
}

/** `frontdesk forget @login`: what our records say of a person, and with `--yes` no more. */
export function register(program: Command, open: OpenStores<Stores>): void {
  program
    .command("forget")
    .description("Forget a person: list how many records name them, and with --yes take them out of all.")
    .argument("<login>", "their login on GitHub, with or without @", loginOf)
    .option("--yes", "do it; without, nothing is changed")
    .option("--json", "one JSON object")
    .addOption(dataOption())
    .action(async (login: string, options: Options) => {
      await withStores(options.data, open, async ({ forgetting, records }) => {
        const found = options.yes ? await forgetting.forget(login) : await forgetting.look(login);
        if (options.json) return printJson({ login, forgotten: options.yes === true, ...found });
        const owned = (await records.repositories()).filter(({ owner }) => owner.toLowerCase() === login.toLowerCase());
        for (const line of toLines(login, found, { isDone: options.yes === true, isOwner: owned.length > 0 })) {
          print(line);
        }
      });
    });
}

function toLines(
  login: string,
  { tables, deliveries: { ended, unfinished } }: FoundNaming,
  { isDone, isOwner }: { readonly isDone: boolean; readonly isOwner: boolean },
): readonly string[] {
  const counts = [...tables, ...(ended > 0 ? [{ table: "deliveries", rows: ended }] : [])];
  const all = counts.reduce((sum, { rows }) => sum + rows, 0);
  const head = all === 0 ? `Nothing names @${login}.` : `${all} ${isDone ? "named" : "name"} @${login}:`;
  return [
    head,
    ...(counts.length === 0 ? [] : [toTable(counts, columns)]),
    ...(unfinished === 0 ? [] : [unfinishedLine(unfinished, isDone)]),
    ...(isOwner
      ? [`@${login} owns repositories that are served: their names stay until the app is taken out there.`]
      : []),
    ...(isDone
      ? [
          "What they wrote on GitHub is theirs to delete there. What they do on GitHub from now on is recorded again.",
          "Backups and exports made before still name them.",
        ]
      : ["Nothing was changed. With --yes they are forgotten, which cannot be taken back."]),
  ];
}

const columns: readonly Column<{ readonly table: string; readonly rows: number }>[] = [
  { title: "table", of: ({ table }) => table },
  { title: "rows", of: ({ rows }) => rows },
];

function unfinishedLine(count: number, isDone: boolean): string {
  const them = count === 1 ? "1 delivery that names them is" : `${count} deliveries that name them are`;
  const then = isDone ? "It is forgotten when it ends; run this once more then." : "";
  return `${them} still to be handled. ${then}`.trim();
}

/** GitHub's logins have up to 39 letters, and those of a company's own users an underline and its short name. */
function loginOf(text: string): string {
  const login = text.replace(/^@/u, "");
  if (!/^[a-z\d][a-z\d_-]{0,99}$/iu.test(login)) {
    throw new InvalidArgumentError("It must be a login on GitHub, such as @octocat.");
  }
  return login;
}
