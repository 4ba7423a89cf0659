import { z } from "zod";

/** Environment variables by name; what a person sets is never empty. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What GitHub gave when the app was registered, and where it was, under the names of the environment variables. */
export const AppCredentials = z.strictObject({
  APP_ID: z.string().regex(/^\d+$/),
  PRIVATE_KEY: z.string().min(1),
  WEBHOOK_SECRET: z.string().min(1),
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().min(1),
  PUBLIC_URL: z.url(),
  GITHUB_WEB_URL: z.url(),
  GITHUB_API_URL: z.url(),
});

export type AppCredentials = z.output<typeof AppCredentials>;

/** By which an operator says who the app is. */
const own = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"] as const;

/** Whether the environment names an app, be it incompletely: then saved credentials, which may be another app's, are left alone. */
export function namesAnApp(variables: Variables): boolean {
  return own.some((it) => Boolean(variables[it]));
}

/** The environment over what was saved, where it names no app of its own. */
export function withCredentials(variables: Variables, saved: AppCredentials | undefined): Variables {
  if (saved === undefined || namesAnApp(variables)) return variables;
  return { ...saved, ...Object.fromEntries(Object.entries(variables).filter(([, value]) => Boolean(value))) };
}

/** As lines of a shell's or Docker's environment file; the key's lines are joined by `\n`, which we read as line ends. */
export function asEnvironmentFile(credentials: AppCredentials): string {
  const lines = Object.entries(credentials).map(
    ([name, value]) => `${name}=${value.trim().replaceAll("\n", String.raw`\n`)}`,
  );
  return `${lines.join("\n")}\n`;
}
