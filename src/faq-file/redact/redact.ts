import { withoutNamedSecrets } from "./named-secrets.ts";
import { secretPatterns } from "./secret-patterns.ts";

export interface Redacted {
  readonly text: string;
  /** What was taken out, with how often, for the person who reviews. */
  readonly found: ReadonlyMap<string, number>;
}

/**
 * Takes out what must not be published by accident: keys, tokens, passwords, e-mail and IP addresses, in code as well.
 * By patterns alone: it finds what is written in a known form, so a person still has to look. What stands in its place
 * is a plain word, which means nothing to Markdown wherever it stands.
 */
export function redact(text: string): Redacted {
  const found = new Map<string, number>();
  const count = (what: string, replacement: string) => (): string => {
    found.set(what, (found.get(what) ?? 0) + 1);
    return replacement;
  };
  let clean = withoutPrivateKeys(text, count("private key", "redacted-private-key"));
  for (const pattern of secretPatterns) clean = clean.replaceAll(pattern, count("token", "redacted-token"));
  clean = withoutNamedSecrets(clean, {
    token: count("token", "redacted-token"),
    password: count("password", "redacted-password"),
  });
  clean = withoutAddresses(clean, {
    email: count("e-mail address", "redacted-email"),
    ip: count("IP address", "redacted-ip-address"),
  });
  return { text: clean, found };
}

const keyBegins = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gu;
const keyEnd = "-----END ";

/** Keys as RFC 7468 and RFC 9580 armour them, to the end of the text where theirs is missing. */
function withoutPrivateKeys(text: string, replacement: () => string): string {
  let out = "";
  let at = 0;
  for (const { 0: begin, index } of text.matchAll(keyBegins)) {
    if (index < at) continue;
    out += text.slice(at, index) + replacement();
    const end = text.indexOf(keyEnd, index + begin.length);
    const close = end === -1 ? -1 : text.indexOf("-----", end + keyEnd.length);
    if (close === -1) return out;
    at = close + "-----".length;
  }
  return out + text.slice(at);
}

/** E-mail addresses, with where each may end; which of them are none is told below. */
const email = /(?<![\w.+/-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-]|:\w|\/\w)/giu;

/** Names of files and versions: `icon@2x.png`, `checkout@v4.de`. RFC 2606 and RFC 6761 keep the rest for examples. */
const noEmail =
  /@(?:\d+x\.|v?\d+\.)|@v\d|\.(?:png|jpe?g|gif|svg|webp|ico|js|mjs|cjs|ts|tsx|jsx|css|scss|json|md|html?|zip|gz|tgz|tar|so|py|rb|rs|go|ya?ml|toml|lock|whl|jar|test|example|invalid|localhost|local|internal)$|@(?:[\w-]+\.)*example\.(?:com|org|net)$|@users\.noreply\.github\.com$|^(?:git|no-?reply|svn|hg)@|^redacted-/iu;

/** Four numbers with dots between; addresses of no machine in particular, and versions, are told apart below. */
const ipv4 = /(?<![\w.-]|[a-z]\/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/giu;

/** At least three groups, or `::` amid groups, so that clock times and C++ names are none. */
const ipv6 = /(?<![\w:.])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\w:])/giu;

/**
 * Loopback, "any", masks, private networks (RFC 1918, RFC 6598), link-local, multicast, addresses for documentation
 * (RFC 5737, RFC 3849) and benchmarks (RFC 2544), and servers of names that everybody uses.
 */
const harmless =
  /^(?:127\.|0\.|255\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|23\d\.|198\.1[89]\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|208\.67\.22[02]\.22[02]$|2001:0?db8:|2001:4860:4860:|2606:4700:4700:|2620:fe::|fe80:|f[cd][\da-f]{2}:|ff0[\da-f]:)/iu;

/** What numbers with dots are where a word says so: `Section 1.2.3.4`, `version 10.20.30.40`. */
const numbering =
  /(?:\b(?:sections?|chapters?|versions?|releases?|revisions?|builds?|clauses?|rules?|figures?|tables?|steps?|items?|paragraphs?|rfc|ver|rev)\b\.?|§|==|@|\^|~)[\s:#"']{0,3}$/iu;

/** The text without addresses of people and machines; `replacements` says what takes their place. */
function withoutAddresses(
  text: string,
  replacements: { readonly email: () => string; readonly ip: () => string },
): string {
  return text
    .replaceAll(email, (it) => (noEmail.test(it) ? it : replacements.email()))
    .replaceAll(ipv4, (it, at: number, whole: string) =>
      isAddress(it) && !numbering.test(whole.slice(Math.max(0, at - 20), at)) ? replacements.ip() : it,
    )
    .replaceAll(ipv6, (it) => (harmless.test(it) || it === "::1" ? it : replacements.ip()));
}

/** Single digits alone are a number of a version or a chapter, and what ends in two noughts is one, or a network. */
function isAddress(text: string): boolean {
  if (harmless.test(text) || /^\d(?:\.\d){3}$/u.test(text) || text.endsWith(".0.0")) return false;
  return text.split(".").every((part) => Number(part) <= 255);
}
