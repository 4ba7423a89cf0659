/** A key in PEM, or what is wrong with what was given, without a word of it. */
export type LoadedKey = { readonly pem: string } | { readonly problem: string };

/**
 * The app's private key as it comes through environments and secret stores: PEM with its lines, with `\n` in their place,
 * with blanks in their place, or all of it in base64; PKCS#1, as GitHub gives it, or PKCS#8.
 */
export function loadPrivateKey(
  text: string | undefined,
  path: string | undefined,
  readFile: (path: string) => string,
): LoadedKey {
  if (text === undefined && path === undefined) {
    return { problem: "PRIVATE_KEY is missing: set it, or PRIVATE_KEY_PATH to the .pem file you downloaded" };
  }
  if (text !== undefined) return readKey(text, "PRIVATE_KEY");
  try {
    return readKey(readFile(path ?? ""), "PRIVATE_KEY_PATH");
  } catch (error) {
    return { problem: `PRIVATE_KEY_PATH cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function readKey(raw: string, name: string): LoadedKey {
  const unquoted = raw.trim().replace(/^(["'])([^]*)\1$/u, "$2");
  const written = unquoted.includes("-----BEGIN") ? unquoted : Buffer.from(unquoted, "base64").toString("utf8");
  const [, label = "", body = ""] = block.exec(written.replaceAll(String.raw`\n`, "\n")) ?? [];
  if (label === "") return { problem: `${name} is not a PEM private key` };
  const other = others[label];
  if (other !== undefined)
    return { problem: `${name} is ${other}: it takes the private key (.pem) from the app's settings page` };
  if (label !== "PRIVATE KEY" && label !== "RSA PRIVATE KEY") {
    return { problem: `${name} is a "${label}": it takes the RSA private key (.pem) from the app's settings page` };
  }
  const letters = body.replaceAll(/\s+/gu, "");
  if (!/^[A-Za-z\d+/]{64,}={0,2}$/u.test(letters))
    return { problem: `${name} is damaged between its first and last line` };
  const lines = letters.match(/.{1,64}/gu) ?? [];
  return { pem: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join("\n") };
}

/** https://www.rfc-editor.org/rfc/rfc7468#section-2 */
const block = /-----BEGIN ([A-Z\d ]{1,40})-----([^-]*)-----END \1-----/u;

const others: Readonly<Record<string, string>> = {
  "PUBLIC KEY": "a public key",
  "RSA PUBLIC KEY": "a public key",
  CERTIFICATE: "a certificate",
  "ENCRYPTED PRIVATE KEY": "locked by a passphrase",
};
