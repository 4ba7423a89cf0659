import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Clock } from "../core/clock.ts";
import { closeServer, listen } from "../web/listen.ts";
import { asEnvironmentFile, type AppCredentials, type Variables } from "./app-credentials.ts";
import { credentialsFile, tryFolder, writeCredentials } from "./credentials-file.ts";
import { setupRoutes } from "./setup-routes.ts";
import { SetupTokens } from "./setup-token.ts";

export interface SetupOptions {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly variables: Variables;
  readonly clock: Clock;
  /** To the operator, on the terminal. */
  readonly tell: (text: string) => void;
}

/** How long the last page may take to go out, in milliseconds. */
const lastPageMs = 2_000;

/** A setup page that runs. */
export interface RunningSetup {
  readonly url: string;
  /** The app's credentials, when somebody has registered it and has seen so. */
  readonly credentials: Promise<AppCredentials>;
  close(): Promise<void>;
}

/** Serves the setup page until the app is registered. Rejects with `AddressError`. */
export async function runSetup({
  host,
  port,
  dataFolder,
  variables,
  clock,
  tell,
}: SetupOptions): Promise<RunningSetup> {
  const { promise: credentials, resolve } = Promise.withResolvers<AppCredentials>();
  const server = createServer();
  const url = await listen(server, { host, port, settings: ["HOST", "PORT"] });
  const tokens = new SetupTokens(clock, (token) =>
    tell(
      `Frontdesk is not registered on GitHub yet. Open this address to do so; it counts once, and for an hour:\n\n  ${url}/setup?token=${token}\n\nElse set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET: docs/reference/environment.md.\n`,
    ),
  );
  const listener = getRequestListener(
    setupRoutes({
      tokens,
      webUrl: variables["GITHUB_WEB_URL"] || undefined,
      apiUrl: variables["GITHUB_API_URL"] || undefined,
      publicUrl: variables["PUBLIC_URL"] || undefined,
      tryFolder: () => tryFolder(dataFolder),
      keep: (given, where) => keep(given, where, dataFolder, tell),
      done: resolve,
    }).fetch,
  );
  server.on("request", (request, response) => void listener(request, response));
  return { url, credentials, close: () => closeServer(server, lastPageMs) };
}

/** Keeps the credentials, and tells where. What cannot be written is printed: GitHub gives it once. */
async function keep(
  given: AppCredentials,
  where: "folder" | "terminal",
  dataFolder: string,
  tell: SetupOptions["tell"],
): Promise<string> {
  if (where === "folder") {
    try {
      await writeCredentials(dataFolder, given);
      tell(`The app's keys are in ${credentialsFile(dataFolder)}, readable by this user alone.\n`);
      return "Its keys are in the data folder, readable by this server alone. Back them up with it.";
    } catch (error) {
      tell(`The app's keys could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  tell(
    `Keep these in your secret store; Frontdesk takes them from its environment, and prints them only now:\n\n${asEnvironmentFile(given)}\n`,
  );
  return "Its keys stand on the terminal, once: put them into your secret store, and give them to the next start as its environment.";
}
