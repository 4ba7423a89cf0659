import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process of a test, and what it has printed so far. */
export interface Running {
  readonly lines: () => readonly string[];
  /** Resolves as soon as it has printed so many lines. */
  printed(lines: number): Promise<void>;
  /** Send it a line. */
  tell(line: string): void;
  /** Kill it without warning, and wait until it is gone. */
  kill(): Promise<void>;
  /** Its exit code, once it has ended by itself. */
  ended(): Promise<number | null>;
}

/** Start one of the scripts of this folder in a Node process of its own. Its errors go where the test's go. */
export function start(script: string, ...args: readonly string[]): Running {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const exit = once(child, "exit");
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const lines = (): readonly string[] => output.split("\n").slice(0, -1);
  return {
    lines,
    async printed(count) {
      while (lines().length < count) {
        const went = await Promise.race([once(child.stdout, "data").then(() => "on"), exit.then(() => "away")]);
        if (went === "away" && lines().length < count) throw new Error(`${script} ended after: ${output}`);
      }
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
    async ended() {
      await exit;
      return child.exitCode;
    },
  };
}
