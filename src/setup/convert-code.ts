import { z } from "zod";
import type { AppCredentials } from "./app-credentials.ts";

/** How long GitHub may take, in milliseconds. */
const patienceMs = 15_000;

/** The parts that we need of https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest */
const Conversion = z.object({
  id: z.number().int(),
  html_url: z.url(),
  pem: z.string().min(1),
  // Null where the app has no webhook; ours has one.
  webhook_secret: z.string().min(1),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
});

/** Why GitHub gave no credentials: the code counts no more, or it could not be asked and the same code may be tried again. */
export class ConversionError extends Error {
  override name = "ConversionError";
  readonly kind: "spent" | "unavailable";

  constructor(kind: ConversionError["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export interface RegisteredApp {
  readonly credentials: Pick<
    AppCredentials,
    "APP_ID" | "PRIVATE_KEY" | "WEBHOOK_SECRET" | "CLIENT_ID" | "CLIENT_SECRET"
  >;
  /** Its page on GitHub, where it can be installed. */
  readonly page: string;
}

/** Exchanges the code that the browser brought for the app's credentials. It works once. Rejects with `ConversionError`. */
export async function convertCode(apiUrl: string, code: string): Promise<RegisteredApp> {
  const url = `${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`;
  const headers = { accept: "application/vnd.github+json", "user-agent": "frontdesk" };
  let answer: Response;
  try {
    answer = await fetch(url, { method: "POST", headers, signal: AbortSignal.timeout(patienceMs), redirect: "error" });
  } catch (cause) {
    throw new ConversionError("unavailable", `${apiUrl} could not be reached`, { cause });
  }
  if (answer.status === 404 || answer.status === 422) {
    throw new ConversionError("spent", "GitHub does not know the code: it counts once, and for an hour");
  }
  if (!answer.ok) throw new ConversionError("unavailable", `${apiUrl} answered ${answer.status}`);
  const parsed = Conversion.safeParse(await answer.json().catch(() => undefined));
  if (!parsed.success) throw new ConversionError("unavailable", `${apiUrl} answered with something else than an app`);
  const { id, pem, webhook_secret, client_id, client_secret, html_url } = parsed.data;
  return {
    page: html_url,
    credentials: {
      APP_ID: String(id),
      PRIVATE_KEY: pem,
      WEBHOOK_SECRET: webhook_secret,
      CLIENT_ID: client_id,
      CLIENT_SECRET: client_secret,
    },
  };
}
