import { spawn } from "node:child_process";
import { once } from "node:events";
import type { TestContext } from "vitest";
import type { InboxCounts } from "../../src/core/delivery.ts";
import { startProcess } from "../cli/start/start-process.ts";
import type { Desk } from "../helpers/open-desk.ts";
import { openBalancer } from "./balancer.ts";

/** The app as an operator runs it: a process of its own, with settings from the environment. */
export interface KillableProcess {
  /** Resolves when it is ready. */
  start(): Promise<void>;
  /** Without warning. */
  kill(): Promise<void>;
  /** Its deliveries by state. */
  counts(): Promise<InboxCounts>;
}

/** Takes the place of a desk's own app, on the same data. What comes while it is dead is refused. */
export async function killableProcess(
  desk: Desk,
  onTestFinished: TestContext["onTestFinished"],
): Promise<KillableProcess> {
  const [balancer] = await Promise.all([openBalancer(), desk.app.stop(), (compiled ??= compile())]);
  onTestFinished(() => balancer.close());
  desk.github.sendWebhooksTo(balancer.url);
  let app: ReturnType<typeof startProcess> | undefined;
  const address = () => {
    if (!app) throw new Error("it was not started");
    return app.addressWhere("Frontdesk listens for webhooks");
  };
  return {
    async start() {
      app = startProcess(environment(desk), onTestFinished);
      await app.says("Frontdesk listens for webhooks");
      balancer.use([address().href]);
    },
    async kill() {
      balancer.use([]);
      app?.signal("SIGKILL");
      await app?.ended;
    },
    async counts() {
      const answer = await fetch(new URL("/readyz", address()));
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

function environment({ github: { app, url }, dataFolder }: Desk): Readonly<Record<string, string>> {
  return {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    ONBOARDING: "off",
    GITHUB_API_URL: url,
    GITHUB_WEB_URL: url,
    DATA_FOLDER: dataFolder,
  };
}
