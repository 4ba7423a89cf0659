import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { LocalGitHub } from "local-github-server";
import { startPostgres } from "../../local-postgres/start-postgres.ts";
import type { DemoOptions } from "../../src/cli/demo.ts";
import { webhookPath } from "../../src/web/server.ts";
import { anyFreePort, isFree } from "../free-port.ts";
import { openWorld, projectOf } from "../open-world.ts";
import { loginOf, mustBeFree, peopleOf, type RunningDemo } from "../run-demo.ts";
import { AppProcess } from "./app-process.ts";
import { spread } from "./spread.ts";

/** A demo with two app processes on one PostgreSQL. */
export interface RunningPostgresDemo extends RunningDemo {
  readonly processes: readonly { readonly name: string; readonly pid: number; readonly url: string }[];
  readonly databaseUrl: string;
}

/**
 * Starts PostgreSQL, GitHub, and two app processes that share the work: webhooks and visitors come to each in turn. One
 * that is killed is started again after some seconds. Nothing is kept for the next time. `onStarted` gets at once what stops
 * all that runs so far. Rejects with `AddressError` where the port is taken.
 */
export async function runPostgresDemo(
  options: DemoOptions,
  tell: (line: string) => void,
  onStarted: (stop: () => Promise<void>) => void,
): Promise<RunningPostgresDemo> {
  const port = options.port === 0 ? await anyFreePort() : options.port;
  await mustBeFree(port);
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  onStarted(stop);
  const postgres = await startPostgres();
  ends.push(() => postgres.stop());
  const { url: databaseUrl } = await postgres.newDatabase();
  const github = await openWorld({ ...options, fresh: true }, port);
  ends.push(() => github.close());

  const apps: AppProcess[] = [];
  const front = spread(() => apps.flatMap(({ url }) => url ?? []));
  const frontPort = (await isFree(port + 1)) ? port + 1 : await anyFreePort();
  front.listen(frontPort, "127.0.0.1");
  await once(front, "listening");
  ends.push(async () => {
    front.closeAllConnections();
    front.close();
  });
  const publicUrl = `http://127.0.0.1:${frontPort}`;
  const env = environment(github, { databaseUrl, publicUrl, dataFolder: options.data });
  apps.push(...["app-1", "app-2"].map((name) => new AppProcess({ name, env, tell })));
  ends.push(async () => void (await Promise.all(apps.map((it) => it.stop()))));
  await Promise.all(apps.map((it) => it.start()));
  await connect(github, publicUrl);

  const { repository } = projectOf(github.world);
  const name = `${repository.owner.login}/${repository.name}`;
  const processes = apps.map((it) => ({ name: it.name, pid: it.pid ?? 0, url: it.url ?? "" }));
  const running = { github: github.url, app: publicUrl, dashboard: `${publicUrl}/${name}`, repository: name };
  return { ...running, people: peopleOf(github), processes, databaseUrl, stop };
}

function environment(
  github: LocalGitHub,
  given: { readonly databaseUrl: string; readonly publicUrl: string; readonly dataFolder: string },
): Readonly<Record<string, string>> {
  const { id, privateKey, webhookSecret, clientId, clientSecret } = github.app;
  github.setCallbacks([`${given.publicUrl}/sign-in/callback`]);
  return {
    APP_ID: String(id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    OPERATORS: loginOf("maintainer"),
    GITHUB_API_URL: github.url,
    GITHUB_WEB_URL: github.url,
    PUBLIC_URL: given.publicUrl,
    DATABASE_URL: given.databaseUrl,
    DATA_FOLDER: given.dataFolder,
    HOST: "127.0.0.1",
    PORT: "0",
    METRICS_PORT: "0",
    SHUTDOWN_SECONDS: "2",
  };
}

/** Points the webhooks at both, installs the app, and waits until everything is taken in. */
async function connect(github: LocalGitHub, publicUrl: string): Promise<void> {
  const { world, webhooks } = github;
  github.sendWebhooksTo(publicUrl + webhookPath);
  const { repository, organization, owner } = projectOf(world);
  if (world.all("Installation").length === 0) github.install(owner, organization, [repository]);
  for (let quiet = 0; quiet < 3; await sleep(200)) {
    await webhooks.drain();
    quiet = (await inLine(publicUrl)) === 0 ? quiet + 1 : 0;
  }
}

const ready = z.object({ inbox: z.object({ waiting: z.number(), running: z.number() }) });

async function inLine(url: string): Promise<number> {
  const { inbox } = ready.parse(await (await fetch(`${url}/readyz`)).json());
  return inbox.waiting + inbox.running;
}
