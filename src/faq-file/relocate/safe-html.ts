import { attributeOf, voidElements } from "../../text/html-tokens.ts";

/** What GitHub lets people use: https://github.com/gjtorikian/html-pipeline (sanitization filter). */
const elements: ReadonlySet<string> = new Set(
  `h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table thead tbody tfoot
  blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr
  bdo cite dfn mark small source span time wbr`.split(/\s+/u),
);

/** Without those by which an element is found, or takes the place of another: `id`, `name`, `headers`. */
const attributes: ReadonlySet<string> = new Set(
  `align alt border cellpadding cellspacing cite cols colspan datetime dir height href lang media open
  reversed rowspan rows span src srcset start summary title type valign width`.split(/\s+/u),
);

export function isSafeElement(name: string): boolean {
  return elements.has(name);
}

export function isSafeAttribute(name: string): boolean {
  return attributes.has(name.toLowerCase());
}

/** Whether the element has an end tag to wait for. */
export function hasEnd(name: string): boolean {
  return !voidElements.has(name);
}

/** Schemes of links that lead somewhere; others run a program, or hold one. */
export function isSafeAddress(url: string): boolean {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.\s\p{Cc}-]*):/iu.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined || /^(?:https?|mailto|tel|ftp|xmpp|ssh|git|irc)$/u.test(scheme);
}

/**
 * An opening tag with its harmless attributes alone, with its addresses as `resolve` has them, and such images as
 * `mayShow` takes.
 */
export function safeTag(
  name: string,
  source: string,
  resolve: (url: string, kind: "link" | "image") => string | undefined,
  mayShow: (image: string) => boolean,
): string {
  const given = source.matchAll(/\s([a-z][\w:-]*)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/giu);
  const kept = [...given].map(([, attribute = "", written = ""]) => {
    const name = attribute.toLowerCase();
    const value = written === "" ? undefined : attributeOf(source, name);
    if (!attributes.has(name) || (value === undefined && written !== "")) return "";
    if (value === undefined || !addresses.has(name)) return ` ${name}${written}`;
    if (name === "srcset") {
      const candidates = candidatesOf(value);
      const shown = candidates.map(
        ({ url, size }) => `${resolve(url, "image") ?? url}${size === "" ? "" : ` ${size}`}`,
      );
      return candidates.every(({ url }) => mayShow(url)) ? ` srcset="${quoted(shown.join(", "))}"` : "";
    }
    if (!isSafeAddress(value) || (name === "src" && !mayShow(value))) return "";
    const found = resolve(value, name === "src" ? "image" : "link");
    return found === undefined ? ` ${name}${written}` : ` ${name}="${quoted(found)}"`;
  });
  return `<${name}${kept.join("")}${source.endsWith("/>") ? " /" : ""}>`;
}

const addresses: ReadonlySet<string> = new Set(["href", "src", "srcset", "cite"]);

function quoted(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

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
function candidatesOf(srcset: string): readonly { readonly url: string; readonly size: string }[] {
  return srcset.split(/,(?=\s|$)|(?<=\s\d{1,6}(?:\.\d{1,6})?[wx])\s*,/u).flatMap((it) => {
    const [url = "", ...size] = it.trim().split(/\s+/u);
    return url === "" ? [] : [{ url, size: size.join(" ") }];
  });
}
