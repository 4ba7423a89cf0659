import { checkText } from "../../config/check-text.ts";
import { startOfFile, toProblem, type ProblemInFile } from "../../config/problem.ts";
import { configPath, type Config } from "../../config/schema.ts";
import type { ConfigFile } from "./config-file.ts";

/** What is wrong with a config file by itself, and what it says where nothing is. */
export function problemsOfFile({ kind, text, lookalikes }: ConfigFile): {
  readonly config: Config | undefined;
  readonly problems: readonly ProblemInFile[];
} {
  const alike = lookalikes.map((path) => ({
    path,
    ...toProblem(startOfFile, `I do not read this file: the config is \`${configPath}\``, { severity: "warning" }),
  }));
  if (text !== undefined) {
    const { config, problems } = checkText(text);
    return { config, problems: [...problems.map((it) => ({ path: configPath, ...it })), ...alike] };
  }
  if (kind === "missing" || kind === "file") return { config: undefined, problems: alike };
  const message = `\`${configPath}\` is a ${kinds[kind]}, and GitHub shows what it leads to nowhere: put the file itself there`;
  return { config: undefined, problems: [{ path: configPath, ...toProblem(startOfFile, message) }, ...alike] };
}

const kinds = { symlink: "symbolic link", submodule: "submodule", folder: "folder" } as const;
