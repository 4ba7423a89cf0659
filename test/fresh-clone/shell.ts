import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";

/** How long what a command started may live on when it has ended, in milliseconds. */
const lingerMs = 20_000;

/** How the registry is reached from here, where that takes settings: a proxy, a certificate of its own, a mirror. */
const network = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|(?:https?|no)_proxy|npm_config_(?:registry|cafile|userconfig|(?:https?_?)?proxy))$/iu.test(
      name,
    ),
  ),
);

/** What a command that ended by itself left. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A shell in a folder, of somebody who has Node and npm, and none of our settings. */
export class Shell {
  readonly #cwd: string;
  readonly #env: NodeJS.ProcessEnv;

  /** `temporary` is where programs leave what is temporary. */
  constructor(cwd: string, temporary: string) {
    this.#cwd = cwd;
    this.#env = {
      ...network,
      PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
      HOME: process.env["HOME"],
      TMPDIR: temporary,
      // npm puts its cache there otherwise, and that is not ours to look for.
      NODE_COMPILE_CACHE: undefined,
      NODE_DISABLE_COMPILE_CACHE: "1",
      ONNXRUNTIME_NODE_INSTALL: "skip",
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_prefer_offline: "true",
      npm_config_update_notifier: "false",
    };
  }

  /** Runs a line to its end. */
  async run(line: string): Promise<Ended> {
    const { child, said } = this.#start(line);
    const [status] = (await once(child, "close")) as [number | null];
    return { status, ...said };
  }

  /** Runs a line that is to end with 0, and answers with what it printed. */
  async expect(line: string): Promise<string> {
    const { status, out, err } = await this.run(line);
    if (status !== 0) throw new Error(`${line} ended with ${status}\n${out}\n${err}`);
    return out;
  }

  /** Starts what goes on, and waits until it has printed this. Rejects when it ends before. */
  async start(line: string, pattern: RegExp): Promise<Running> {
    const { child, said } = this.#start(line);
    const found = await new Promise<RegExpExecArray>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", () => {
          const match = pattern.exec(said.out) ?? pattern.exec(said.err);
          if (match !== null) resolve(match);
        });
      }
      child.once("exit", (status) => reject(new Error(`${line} ended with ${status}\n${said.out}\n${said.err}`)));
    });
    const group = -(child.pid ?? 0);
    return {
      found,
      async stop() {
        const exit = child.exitCode === null ? once(child, "exit") : [child.exitCode];
        child.kill("SIGTERM");
        const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null];
        return { status: code ?? signal, hasLeft: await endsWithin(group, lingerMs) };
      },
    };
  }

  #start(line: string) {
    // In a process group of its own, so that whatever it leaves can be found.
    const child = spawn("bash", ["-c", line], { cwd: this.#cwd, env: this.#env, detached: true });
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
    return { child, said };
  }
}

/** What goes on until it is stopped. */
interface Running {
  readonly found: RegExpExecArray;
  /** Sends SIGTERM to what was started alone, and says how it ended, and whether all that it had started ended too. */
  stop(): Promise<{ readonly status: number | NodeJS.Signals | null; readonly hasLeft: boolean }>;
}

/** Whether the processes of a group end in time; those that do not are killed. */
async function endsWithin(group: number, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    try {
      process.kill(group, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  process.kill(group, "SIGKILL");
  return false;
}
