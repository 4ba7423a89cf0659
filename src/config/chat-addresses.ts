/** Where messages of which repositories go: `*`, `owner/*` or `owner/name`. */
export interface ChatAddress {
  readonly repositories: string;
  readonly url: string;
}

/**
 * The addresses of `CHAT_WEBHOOK_URL`: one for all repositories, or several with the repositories they are for. What is
 * wrong is told without the address, which is a secret.
 */
export function readChatAddresses(text: string): readonly ChatAddress[] | { readonly problem: string } {
  const addresses: ChatAddress[] = [];
  for (const [index, part] of text.trim().split(/\s+/u).entries()) {
    const [, repositories = "*", url = part] = /^(\*|[\w.-]+\/(?:\*|[\w.-]+))=(.*)$/u.exec(part) ?? [];
    if (!isHttps(url)) return { problem: `has no https address in part ${index + 1}` };
    addresses.push({ repositories: repositories.toLowerCase(), url });
  }
  return addresses;
}

/** The address for a repository: the one that names it, or else its owner, or else all. */
export function findChatAddress(
  addresses: readonly ChatAddress[],
  { owner, name }: { readonly owner: string; readonly name: string },
): string | undefined {
  const wanted = [`${owner}/${name}`, `${owner}/*`, "*"].map((it) => it.toLowerCase());
  return wanted.flatMap((it) => addresses.filter(({ repositories }) => repositories === it))[0]?.url;
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
