import { withoutNamed } from "./named-secrets.ts";
import { withoutAddresses } from "./personal-addresses.ts";
import { secretShapes } from "./secret-shapes.ts";

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
  const count = (what: string, stand: string) => (): string => {
    found.set(what, (found.get(what) ?? 0) + 1);
    return stand;
  };
  let clean = withoutPrivateKeys(text, count("private key", "redacted-private-key"));
  for (const looks of secretShapes) clean = clean.replaceAll(looks, count("token", "redacted-token"));
  clean = withoutNamed(clean, {
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
