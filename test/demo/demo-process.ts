import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const readyLine = z.strictObject({
  github: z.url(),
  app: z.url(),
  dashboard: z.url(),
  repository: z.string().regex(/^[^/]+\/[^/]+$/u),
  processes: z.array(z.strictObject({ name: z.string(), pid: z.number(), url: z.url() })).optional(),
  tokens: z.strictObject({ asker: z.string(), helper: z.string(), maintainer: z.string(), stranger: z.string() }),
});

/** What `npm run demo -- --json` prints when it is ready. */
type Ready = z.infer<typeof readyLine>;

/** A demo running as a process of its own, as a script would start it. */
export interface DemoProcess {
  readonly ready: Ready;
  /** All of standard output so far. */
  stdout(): string;
  /** All of the log so far. */
  stderr(): string;
  /** Sends SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

const script = fileURLToPath(new URL("../../bin/frontdesk.js", import.meta.url));

/** Starts a demo and waits until it is ready. Rejects with what it wrote when it ends before that. */
export async function startDemo(args: readonly string[]): Promise<DemoProcess> {
  const child = spawn(process.execPath, [script, "demo", "--json", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said.out += chunk.toString();
      if (said.out.includes("\n")) resolve(said.out);
    });
    child.once("exit", (code) => reject(new Error(`the demo ended with ${code}\n${said.err}`)));
  });
  return {
    ready: readyLine.parse(JSON.parse(line)),
    stdout: () => said.out,
    stderr: () => said.err,
    stop: () => stop(child),
  };
}

/** Runs a demo that is expected to end by itself. */
export async function runToEnd(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = spawn(process.execPath, [script, "demo", ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, err };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  return child.exitCode;
}
