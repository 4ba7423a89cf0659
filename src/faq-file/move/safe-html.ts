import { candidatesOf } from "./is-own-image.ts";
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

/** An opening tag with its harmless attributes alone, with its addresses as `resolve` has them, and such images as `mayShow` takes. */
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
