import type { Settings } from "./settings.ts";

/** All that is secret in the settings, each as it would stand in a text. */
export function secretsOf(settings: Settings): readonly string[] {
  const { privateKey, webhookSecret, signIn, embeddings, chat = [], databaseUrl } = settings;
  return [
    // A key is told apart by its lines.
    ...privateKey
      .split("\n")
      .map((it) => it.trim())
      .filter((it) => !it.startsWith("-----")),
    webhookSecret,
    ...(signIn ? [signIn.clientSecret] : []),
    ...(embeddings && "key" in embeddings && embeddings.key !== undefined ? [embeddings.key] : []),
    ...(embeddings && "url" in embeddings ? passwordOf(embeddings.url) : []),
    ...chat.flatMap(({ url }) => [url, pathOf(url)]),
    ...(databaseUrl === undefined ? [] : [databaseUrl, ...passwordOf(databaseUrl)]),
  ];
}

/** As it stands in the address, and as it is meant. */
function passwordOf(address: string): readonly string[] {
  const password = URL.parse(address)?.password ?? "";
  return password === "" ? [] : [password, decoded(password)];
}

/** Of an incoming webhook, what comes behind the host is the secret. */
function pathOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? "" : url.pathname + url.search;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
