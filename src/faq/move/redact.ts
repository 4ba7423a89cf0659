/** What must not be published, in words for a person, and what it looks like. */
const patterns: readonly { readonly what: string; readonly stand: string; readonly looks: RegExp }[] = [
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  { what: "token", stand: "redacted-token", looks: /\b(?:gh[pousr]_\w{16,255}|github_pat_\w{22,255})/gu },
  {
    what: "token",
    stand: "redacted-token",
    looks:
      /\b(?:glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|npm_[A-Za-z0-9]{30,}|pypi-[\w-]{30,}|sk-[\w-]{20,}|[rs]k_(?:live|test)_\w{16,}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|hf_[A-Za-z0-9]{30,})/gu,
  },
  // A JSON web token: RFC 7519.
  { what: "token", stand: "redacted-token", looks: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu },
  { what: "token", stand: "redacted-token", looks: /(?<=\b(?:bearer|basic)\s)[\w+/=.~-]{16,}/giu },
  {
    what: "password",
    stand: "redacted-password",
    looks:
      /(?<=(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret)["']?\s{0,3}[:=]\s{0,3}["']?)(?![<$%{*]|x{3}|your|redacted)[^\s"'`<>,;&)]{8,200}/giu,
  },
  { what: "password", stand: "redacted-password", looks: /(?<=:\/\/[^\s:/@]{1,100}:)[^\s/@]{3,200}(?=@)/gu },
  {
    what: "e-mail address",
    stand: "redacted-email",
    looks:
      /(?<![\w.+-])[\w.+-]{1,64}@(?!(?:users\.noreply\.github\.com|example\.(?:com|org|net))\b)(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\b(?!\/|:\w)/giu,
  },
];

/** Four numbers with dots between; addresses of no machine in particular, and versions, are told apart below. */
const ipv4 = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/gu;

/** At least three groups, or `::` amid groups, so that clock times and C++ names are none. */
const ipv6 = /(?<![\w:.])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\w:])/giu;

/** Loopback, "any", masks, private networks (RFC 1918), link-local, and addresses for documentation (RFC 5737, RFC 3849). */
const harmless =
  /^(?:127\.|0\.|255\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:|fe80:|f[cd][\da-f]{2}:)/iu;

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
  const count = (what: string, stand: string): string => {
    found.set(what, (found.get(what) ?? 0) + 1);
    return stand;
  };
  let clean = withoutPrivateKeys(text, () => count("private key", "redacted-private-key"));
  for (const { what, stand, looks } of patterns) clean = clean.replaceAll(looks, () => count(what, stand));
  for (const looks of [ipv4, ipv6]) {
    clean = clean.replaceAll(looks, (address) =>
      isAddress(address) ? count("IP address", "redacted-ip-address") : address,
    );
  }
  return { text: clean, found };
}

const keyBegins = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gu;
const keyEnd = "-----END ";

/** Keys as RFC 7468 and RFC 9580 armour them, to the end of the text where theirs is missing. */
function withoutPrivateKeys(text: string, stand: () => string): string {
  let out = "";
  let at = 0;
  for (const { 0: begin, index } of text.matchAll(keyBegins)) {
    if (index < at) continue;
    out += text.slice(at, index) + stand();
    const end = text.indexOf(keyEnd, index + begin.length);
    const close = end === -1 ? -1 : text.indexOf("-----", end + keyEnd.length);
    if (close === -1) return out;
    at = close + "-----".length;
  }
  return out + text.slice(at);
}

/** `1.2.3.4` after "version" is caught as well: a reviewer puts it back more easily than an address out of the history. */
function isAddress(text: string): boolean {
  if (harmless.test(text) || text === "::1") return false;
  return text.includes(":") || text.split(".").every((part) => Number(part) <= 255);
}
