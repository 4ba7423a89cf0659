/** Takes the place of an address that has no host: an image of the repository itself. */
const noHost = "relative.invalid";

/** Where GitHub keeps what people attach to comments; nobody can change a file there. */
const attachments: readonly RegExp[] = [
  /^\/user-attachments\/assets\/[\w-]+$/u,
  // As it was in 2023: https://github.blog/changelog/2023-05-09-more-secure-private-attachments/
  /^\/[^/]+\/[^/]+\/assets\/\d+\/[\w-]+$/u,
];

/**
 * Whether an image may be shown in a file of the repository: it is one of the repository's own, by path or by address,
 * or was attached to a comment on GitHub. Whoever runs another host sees each reader, and can put another image there.
 * `thread` as in `resolveAddress`; without one, GitHub's attachments and paths alone are known.
 */
export function isOwnImage(url: string, thread: string | undefined): boolean {
  const address = parse(url);
  if (address === undefined || address.host === noHost) return address !== undefined;
  const { host, pathname } = address;
  if (host === "user-images.githubusercontent.com") return true;
  const home = thread === undefined ? undefined : parse(thread);
  const isGitHub = host === (home?.host ?? "github.com");
  if (isGitHub && attachments.some((it) => it.test(pathname))) return true;
  const [, owner, name] = home?.pathname.toLowerCase().split("/") ?? [];
  if (owner === undefined || name === undefined) return false;
  const path = pathname.toLowerCase();
  if (isGitHub) return ["raw", "blob"].some((it) => path.startsWith(`/${owner}/${name}/${it}/`));
  // https://docs.github.com/en/repositories/working-with-files/using-files/viewing-and-understanding-files
  return home?.host === "github.com" && host === "raw.githubusercontent.com" && path.startsWith(`/${owner}/${name}/`);
}

/** As browsers read it: white space within, backslashes and dots are no way around. */
function parse(url: string): URL | undefined {
  const base = `https://${noHost}/`;
  if (!URL.canParse(url, base)) return undefined;
  const address = new URL(url, base);
  return /^https?:$/u.test(address.protocol) ? address : undefined;
}

/** The addresses of a `srcset`, each with how large it is: https://html.spec.whatwg.org/multipage/images.html#srcset-attributes */
export function candidatesOf(srcset: string): readonly { readonly url: string; readonly size: string }[] {
  return srcset.split(/,(?=\s|$)|(?<=\s\d{1,6}(?:\.\d{1,6})?[wx])\s*,/u).flatMap((it) => {
    const [url = "", ...size] = it.trim().split(/\s+/u);
    return url === "" ? [] : [{ url, size: size.join(" ") }];
  });
}
