import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { environment } from "../../../src/config/environment.ts";
import { callsOf, docsCommands, frontdeskArguments, isOurs, type Call } from "./commands.ts";
import { notRun, whyNotRun } from "./not-run.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** Read beside the app's own: by commands that talk to GitHub as a person, and by other programs. */
const otherVariables = new Set(["GITHUB_TOKEN", "FRONTDESK_TOKEN", "FRONTDESK_DEBUG", "ONNXRUNTIME_NODE_INSTALL"]);

/** `frontdesk` with all its commands, none of which does anything. */
async function idleProgram(): Promise<Command> {
  const program = new Command("frontdesk").exitOverride().configureOutput({ writeErr: () => undefined });
  program.command("start").option("--role <role>");
  for (const file of readdirSync("src/cli").filter((it) => it.endsWith(".ts"))) {
    const { register } = (await import(`../../../src/cli/${file.replace(/\.ts$/u, "")}.ts`)) as {
      register?: (...given: unknown[]) => void;
    };
    register?.(program, () => undefined, ".");
  }
  stopAll(program);
  return program;
}

function stopAll(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  if (command.commands.length === 0) command.action(() => undefined);
  for (const it of command.commands) stopAll(it);
}

/** What is wrong with a call, as far as can be told without making it. */
async function faultsOf(call: Call, program: Command): Promise<string[]> {
  const faults: string[] = [];
  const { set, words } = call;
  const exported = words[0] === "export" ? words.slice(1).map((it) => it.split("=")[0] ?? "") : [];
  for (const name of [...Object.keys(set), ...exported])
    if (!(name in environment) && !otherVariables.has(name)) faults.push(`no variable ${name} is read`);
  const given = frontdeskArguments(call);
  if (given !== undefined) {
    await program.parseAsync([...given], { from: "user" }).catch((error: unknown) => faults.push(String(error)));
    return faults;
  }
  const script = words[0] === "npm" ? (words[1] === "run" ? words[2] : words[1]) : undefined;
  if (
    script !== undefined &&
    !["ci", "install", "test", "start"].includes(script) &&
    words[1] === "run" &&
    !(script in scripts)
  )
    faults.push(`package.json has no script ${script}`);
  for (const word of words)
    if (
      /^(?:docs|src|test|scripts|bench|evaluation|demo|bin|local-github)\/[\w./@-]+$/u.test(word) &&
      !existsSync(word)
    )
      faults.push(`there is no ${word}`);
  return faults;
}

describe("commands in the docs", () => {
  it("are there to be checked", () => {
    expect(docsCommands.length).toBeGreaterThan(50);
  });

  it("name programs, options, scripts, variables and files that there are", async () => {
    const wrong: string[] = [];
    const program = await idleProgram();
    for (const { page, line, text } of docsCommands) {
      for (const call of callsOf(text))
        wrong.push(...(await faultsOf(call, program)).map((it) => `${page}:${line} ${text}: ${it}`));
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["frontdesk inbox lst", /unknown command|too many/u],
    ["frontdesk report --form html", /unknown option/u],
    ["npm run tset", /no script tset/u],
    ["APP_IDENTITY=1 npm start", /no variable APP_IDENTITY/u],
    ["docker build -f docs/examples/Containerfile .", /no docs\/examples\/Containerfile/u],
  ])("are found to be wrong: %s", async (text, fault) => {
    const program = await idleProgram();
    const faults = await Promise.all(callsOf(text).map((it) => faultsOf(it, program)));
    expect(faults.flat()).toEqual([expect.stringMatching(fault)]);
  });

  it("are run by a test, or listed with the reason why not", () => {
    const neither = docsCommands.filter((it) => whyNotRun(it) === undefined && !isOurs(it.text));
    expect(neither.map(({ page, line, text }) => `${page}:${line} ${text}`)).toEqual([]);
  });

  it("list no reason that no command has", () => {
    expect(notRun.map(([it]) => it).filter((it) => !docsCommands.some(({ text }) => text.startsWith(it)))).toEqual([]);
  });
});
