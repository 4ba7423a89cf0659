import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import type { TestContext } from "vitest";

const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

/** Settings that are in order, for an app that nobody knows. */
export const settings: Readonly<Record<string, string>> = {
  APP_ID: "1",
  PRIVATE_KEY: key.export({ type: "pkcs1", format: "pem" }).toString(),
  WEBHOOK_SECRET: "a secret for tests",
  HOST: "127.0.0.1",
  PORT: "0",
};

/** `frontdesk start` as a process, until the end of the test. */
export function startProcess(
  env: Readonly<Record<string, string>>,
  onTestFinished: TestContext["onTestFinished"],
  args: readonly string[] = [],
) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, ["bin/frontdesk.js", "start", ...args], {
    env: { PATH, NODE_COMPILE_CACHE, ...settings, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit").then(([status, signal]) => (status ?? signal) as number | string);
  let output = "";
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const hear of heard) hear();
    });
  }
  return {
    /** Its number. */
    pid: child.pid,
    output: () => output,
    /** The address in the line of its log that says this, such as where it listens. Throws where it has not said so. */
    addressWhere(says: string): URL {
      const line = output.split("\n").find((it) => it.includes(says));
      if (line === undefined) throw new Error(`it has not said "${says}":\n${output}`);
      return new URL((JSON.parse(line) as { readonly url: string }).url);
    },
    /** Its exit code, or the signal that ended it. */
    ended,
    signal: (signal: "SIGTERM" | "SIGINT" | "SIGKILL" | "SIGSTOP" | "SIGCONT") => void child.kill(signal),
    /** Resolves when it has said so. Rejects when it ends before. */
    async says(what: string): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const hear = () => (output.includes(what) ? resolve() : undefined);
      heard.add(hear);
      hear();
      void ended.then(() => reject(new Error(`it ended without having said "${what}":\n${output}`)));
      await promise.finally(() => heard.delete(hear));
    },
  };
}
