import { Environment } from "../config/environment.ts";
import { namesAnApp, withCredentials, type Variables } from "./app-credentials.ts";
import { withSavedCredentials } from "./credentials-file.ts";
import { runSetup } from "./run-setup.ts";

const Place = Environment.pick({ HOST: true, PORT: true, DATA_FOLDER: true });

/**
 * The environment with the app's credentials: its own, what was saved, or what somebody registers now in a browser. Only
 * a process that does all asks for that: each of several would ask for an app of its own. `tell` writes to the terminal.
 * Rejects with `CredentialsError` or `AddressError`.
 */
export async function registered(asked: Variables, tell: (text: string) => void): Promise<Variables> {
  const variables = withSavedCredentials(asked);
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const place = Place.safeParse(given);
  if (namesAnApp(variables) || (given["ROLE"] ?? "all") !== "all" || !place.success) return variables;
  const { HOST: host, PORT: port, DATA_FOLDER: dataFolder } = place.data;
  const setup = await runSetup({ host, port, dataFolder, variables, clock: () => new Date(), tell });
  const credentials = await setup.credentials;
  await setup.close();
  return withCredentials(asked, credentials);
}
