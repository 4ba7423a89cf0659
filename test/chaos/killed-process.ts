import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { InboxCounts } from "../../src/core/delivery.ts";
import { webhookPath } from "../../src/web/server.ts";
import type { Desk } from "../helpers/open-desk.ts";

/** The app as an operator runs it: a process of its own, with settings from the environment. */
export interface KillableProcess {
  /** Resolves when it is ready. */
  start(): Promise<void>;
  /** Without warning. */
  kill(): Promise<void>;
  /** Its deliveries by state. */
  counts(): Promise<InboxCounts>;
}

/** Takes the place of a desk's own app, on the same data. */
export async function killableProcess(desk: Desk): Promise<KillableProcess> {
  await Promise.all([desk.app.stop(), (compiled ??= compile())]);
  const port = await freePort();
  desk.github.sendWebhooksTo(`http://127.0.0.1:${port}${webhookPath}`);
  let child: ChildProcess | undefined;
  return {
    async start() {
      child = spawn(process.execPath, ["bin/frontdesk.js", "start"], { env: environment(desk, port), stdio: "ignore" });
      while (!(await isReady(port))) await sleep(50);
    },
    async kill() {
      const gone = child?.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
      child?.kill("SIGKILL");
      await gone;
    },
    async counts() {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      return ((await answer.json()) as { readonly inbox: InboxCounts }).inbox;
    },
  };
}

let compiled: Promise<void> | undefined;

/** Loads everything once: what Node compiled is kept at the end of a process, which those that are killed never reach. */
async function compile(): Promise<void> {
  await once(
    spawn(process.execPath, ["bin/frontdesk.js", "start", "--role", "worker"], {
      env: compileEnvironment(),
      stdio: "ignore",
    }),
    "exit",
  );
}

/** A worker without settings ends at once. */
function compileEnvironment(): NodeJS.ProcessEnv {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}

function environment({ github: { app, url }, dataFolder }: Desk, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    ONBOARDING: "off",
    GITHUB_API_URL: url,
    GITHUB_WEB_URL: url,
    HOST: "127.0.0.1",
    PORT: String(port),
    DATA_FOLDER: dataFolder,
  };
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
