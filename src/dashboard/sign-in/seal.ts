import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** AES-256 in GCM, with a nonce of 12 and a tag of 16 bytes: https://csrc.nist.gov/pubs/sp/800/38/d/final */
const cipher = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/** Longer than anything that we seal. */
const maxSealedLength = 2_000;

/**
 * Seals what a browser keeps for us, so that nobody can read or change it, and what was sealed for one use counts for no
 * other. The key is derived from a secret that the operator has already (HKDF, RFC 5869): who changes that secret ends
 * all that was sealed.
 */
export class Seal {
  readonly #key: Uint8Array;
  readonly #use: Buffer;

  constructor(secret: string, use: string) {
    this.#use = Buffer.from(use);
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", `frontdesk dashboard: ${use}`, 32));
  }

  /** Text of letters, digits, hyphens and underscores, as fits into a cookie. */
  seal(value: object): string {
    const nonce = randomBytes(nonceLength);
    const encrypt = createCipheriv(cipher, this.#key, nonce, { authTagLength: tagLength }).setAAD(this.#use);
    const sealed = Buffer.concat([encrypt.update(JSON.stringify(value), "utf8"), encrypt.final()]);
    return Buffer.concat([nonce, encrypt.getAuthTag(), sealed]).toString("base64url");
  }

  /** What was sealed; undefined where we did not seal it. */
  open(text: string): unknown {
    if (text.length > maxSealedLength || !/^[\w-]+$/u.test(text)) return undefined;
    const bytes = Buffer.from(text, "base64url");
    const start = nonceLength + tagLength;
    if (bytes.length <= start) return undefined;
    try {
      const decrypt = createDecipheriv(cipher, this.#key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
        .setAAD(this.#use)
        .setAuthTag(bytes.subarray(nonceLength, start));
      return JSON.parse(Buffer.concat([decrypt.update(bytes.subarray(start)), decrypt.final()]).toString("utf8"));
    } catch {
      // Somebody else's, or changed: there is no more to say about it.
      return undefined;
    }
  }
}
