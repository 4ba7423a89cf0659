import { Argument, type Command } from "commander";
import { print } from "./terminal/print.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

/** `frontdesk completion <shell>`: a script by which a shell completes commands, options and their choices. */
export function register(program: Command): void {
  program
    .command("completion")
    .description("Print a script that completes commands in a shell: source <(frontdesk completion bash).")
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .action((shell: Shell) => {
      print(scripts[shell](commandsOf(program)));
    });
}

/** A command by its words, with what may come behind it. */
interface Completed {
  /** Such as `inbox list`; empty: the program itself. */
  readonly path: string;
  readonly subcommands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly { readonly name: string; readonly about: string; readonly choices: readonly string[] }[];
  /** Of its arguments, taken together. */
  readonly choices: readonly string[];
}

function commandsOf(command: Command, path = ""): Completed[] {
  const subcommands = command.commands.filter((it) => it.name() !== "help");
  const own: Completed = {
    path,
    subcommands: subcommands.map((it) => ({ name: it.name(), about: it.summary() || it.description() })),
    options: command.options.flatMap(({ long, description, argChoices = [] }) =>
      long ? [{ name: long, about: description, choices: argChoices }] : [],
    ),
    choices: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
  };
  return [own, ...subcommands.flatMap((it) => commandsOf(it, path === "" ? it.name() : `${path} ${it.name()}`))];
}

const scripts: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = {
  bash: bashScript,
  // https://zsh.sourceforge.io/Doc/Release/Completion-System.html#Use-of-compinit
  zsh: (commands) =>
    `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`,
  fish: fishScript,
};

/** Words that are none of these are left to the shell, which knows files. */
function bashScript(commands: readonly Completed[]): string {
  const paths = commands.flatMap(({ path }) => (path === "" ? [] : [`"${path}"`])).join(" | ");
  const values = commands.flatMap(({ path, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ name, choices }) => `    "${path} ${name}") words="${choices.join(" ")}" ;;`),
  );
  const words = commands.map(({ path, subcommands, options, choices }) => {
    const all = [...subcommands.map(({ name }) => name), ...choices, ...options.map(({ name }) => name), "--help"];
    return `      "${path}") words="${all.join(" ")}" ;;`;
  });
  return `_frontdesk() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} path= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
    case "\${path:+$path }$word" in
      ${paths}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path $prev" in
${values.join("\n")}
    *)
      case "$path" in
${words.join("\n")}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _frontdesk frontdesk`;
}

function fishScript(commands: readonly Completed[]): string {
  return commands
    .flatMap(({ path, subcommands, options, choices }) => {
      const names = subcommands.map(({ name }) => name);
      const within = path
        .split(" ")
        .filter(Boolean)
        .map((it) => `__fish_seen_subcommand_from ${it}`);
      const none = names.length > 0 ? [`not __fish_seen_subcommand_from ${names.join(" ")}`] : [];
      const when = [...within, ...none].join("; and ");
      const line = (what: string, about: string) =>
        `complete -c frontdesk${when === "" ? "" : ` -n '${when}'`} ${what}${about === "" ? "" : ` -d '${quoted(about)}'`}`;
      return [
        ...subcommands.map(({ name, about }) => line(`-f -a ${name}`, about)),
        ...choices.map((it) => line(`-f -a ${it}`, "")),
        ...options.map((it) =>
          line(`-l ${it.name.slice(2)}${it.choices.length > 0 ? ` -x -a '${it.choices.join(" ")}'` : ""}`, it.about),
        ),
      ];
    })
    .join("\n");
}

function quoted(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", String.raw`\'`);
}
