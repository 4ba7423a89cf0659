import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppCredentials, namesAnApp, withCredentials, type Variables } from "./app-credentials.ts";

/** The saved credentials cannot be read. The message says which file, why, and what to do. */
export class CredentialsError extends Error {
  override name = "CredentialsError";
}

/** Where the app's credentials are kept when it was set up in the browser. */
export function credentialsFile(dataFolder: string): string {
  return join(dataFolder, "credentials.json");
}

/** What was saved; undefined where nothing was. Throws `CredentialsError`, without what is in the file. */
export function readCredentials(dataFolder: string): AppCredentials | undefined {
  const file = credentialsFile(dataFolder);
  if (!existsSync(file)) return undefined;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new CredentialsError(`${file} cannot be read by this user. Change its owner, or run as the one it has`, {
      cause,
    });
  }
  const parsed = AppCredentials.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((it) => it.path.join(".") || "the file"))].join(", ");
  throw new CredentialsError(
    `${file} does not hold an app's credentials (${names}). Restore it from a backup, set the variables of docs/reference/environment.md, or remove it to set the app up again`,
  );
}

/** The environment with what was saved in its data folder, where it names no app of its own. Throws `CredentialsError`. */
export function withSavedCredentials(variables: Variables): Variables {
  if (namesAnApp(variables)) return variables;
  return withCredentials(variables, readCredentials(variables["DATA_FOLDER"] || ".frontdesk"));
}

/**
 * Writes the credentials for nobody but this user (0600), whole or not at all. The folder is made where there is none.
 * Rejects when it cannot be written.
 */
export async function writeCredentials(dataFolder: string, credentials: AppCredentials): Promise<void> {
  await writeWhole(credentialsFile(dataFolder), `${JSON.stringify(credentials, undefined, 2)}\n`);
}

/** Rejects when credentials could not be kept in the folder: better known before there are any. */
export async function tryFolder(dataFolder: string): Promise<void> {
  const file = `${credentialsFile(dataFolder)}.try`;
  await writeWhole(file, "");
  await rm(file);
}

async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Whatever the umask.
    await chmod(beside, 0o600);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
