import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { z } from "zod";
import type { LocalGitHub } from "local-github-server";
import type { DemoOptions } from "../src/cli/demo.ts";
import { startApp, type RunningApp } from "../src/main.ts";
import { AddressError } from "../src/web/listen.ts";
import { webhookPath } from "../src/web/server.ts";
import { anyFreePort, isFree } from "./free-port.ts";
import { openWorld, projectOf } from "./open-world.ts";
import { loadContent, type Part } from "./seed/content.ts";

/** A demo that is ready: the docs are indexed and the answered threads are known. */
export interface RunningDemo {
  /** Base address of the pages and of REST; GraphQL is at `/graphql`. */
  readonly github: string;
  readonly app: string;
  /** The pages about how support goes in the project. */
  readonly dashboard: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Who plays which part, and with which token a script acts as them. */
  readonly people: Readonly<Record<Part, { readonly login: string; readonly token: string }>>;
  /** Stops both, with everything kept. */
  stop(): Promise<void>;
}

/**
 * Starts GitHub, then the app, and installs the app on the project when it is not installed yet. `onStarted` gets at
 * once what stops all that runs so far. Rejects with `AddressError` where the port is taken.
 */
export async function runDemo(
  options: DemoOptions,
  log: Logger,
  onStarted: (stop: () => Promise<void>) => void,
): Promise<RunningDemo> {
  const port = options.port === 0 ? await anyFreePort() : options.port;
  await mustBeFree(port);
  const github = await openWorld(options, port);
  const running: { app?: RunningApp } = {};
  const stop = async (): Promise<void> => {
    await running.app?.stop();
    await github.close();
  };
  onStarted(stop);
  running.app = await startApp(await settingsFor(options, github, port), log, { clock: () => github.world.now() });
  await connect(github, running.app);
  const { app } = running;
  github.clock.onMoved(async () => {
    await app.tick();
    await settle(github, app);
  });
  const { repository } = projectOf(github.world);
  const people = peopleOf(github);
  await github.save();
  const name = `${repository.owner.login}/${repository.name}`;
  return { github: github.url, app: app.url, dashboard: `${app.url}/${name}`, repository: name, people, stop };
}

/** Throws `AddressError` when a program listens on the port. */
export async function mustBeFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new AddressError(`Port ${port} is in use. Stop what listens there, or choose another one: --port 4500`);
}

async function settingsFor(
  options: DemoOptions,
  github: LocalGitHub,
  port: number,
): Promise<Parameters<typeof startApp>[0]> {
  const { id, privateKey, webhookSecret, clientId, clientSecret } = github.app;
  const appPort = (await isFree(port + 1)) ? port + 1 : await anyFreePort();
  const publicUrl = `http://127.0.0.1:${appPort}`;
  github.setCallbacks([`${publicUrl}/sign-in/callback`]);
  return {
    appId: id,
    privateKey,
    webhookSecret,
    apiUrl: github.url,
    webUrl: github.url,
    host: "127.0.0.1",
    port: appPort,
    publicUrl,
    signIn: { clientId, clientSecret },
    operators: [loginOf("maintainer")],
    dataFolder: join(options.data, "app"),
    logLevel: "info",
  };
}

/** Points the webhooks at the app, installs it on a new project, and waits until it has taken everything in. */
async function connect(github: LocalGitHub, app: RunningApp): Promise<void> {
  const { world } = github;
  github.sendWebhooksTo(app.url + webhookPath);
  const { repository, organization, owner } = projectOf(world);
  if (world.all("Installation").length === 0) github.install(owner, organization, [repository]);
  await settle(github, app);
}

/** How long the demo waits for what was put back, such as writes that wait for each other. */
const patienceMs = 3_000;

/** Waits until every webhook is delivered and everything that follows from them is done. */
async function settle({ webhooks }: LocalGitHub, app: RunningApp): Promise<void> {
  const newest = () => webhooks.list()[0]?.id ?? 0;
  const patientUntil = performance.now() + patienceMs;
  for (let seen = -1; seen !== newest() || (performance.now() < patientUntil && (await hasWaiting(app)));) {
    if (seen === newest()) await sleep(100);
    seen = newest();
    await webhooks.drain();
    await app.idle();
  }
}

async function hasWaiting(app: RunningApp): Promise<boolean> {
  const { inbox } = z
    .object({ inbox: z.object({ waiting: z.number() }) })
    .parse(await (await fetch(`${app.url}/readyz`)).json());
  return inbox.waiting > 0;
}

/** Who plays a part, by the demo's content. */
export function loginOf(part: Part): string {
  const login = loadContent().project.people.find((each) => each.part === part)?.login;
  if (login === undefined) throw new Error(`world.yml gives nobody the part of the ${part}`);
  return login;
}

/** Who there is to be, with a token for each. */
export function peopleOf(github: LocalGitHub): RunningDemo["people"] {
  const personWithPart = (part: Part): { login: string; token: string } => {
    const login = loginOf(part);
    return { login, token: github.tokenFor(login) };
  };
  return {
    asker: personWithPart("asker"),
    helper: personWithPart("helper"),
    maintainer: personWithPart("maintainer"),
    stranger: personWithPart("stranger"),
  };
}
