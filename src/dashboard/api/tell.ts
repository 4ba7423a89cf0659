import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";

const pack = promisify(gzip);

/** An answer as it is sent. */
interface Told {
  readonly text: string;
  readonly etag: string;
  packed?: Promise<Uint8Array<ArrayBuffer>>;
}

/** A report is told to many, and writing and packing it takes longer than all else. */
const told = new WeakMap<object, Told>();

/** Answers with JSON. The same object again is sent as it was written the first time. */
export async function tell(c: Context, answer: object): Promise<Response> {
  const known = told.get(answer);
  const it = known ?? toTold(answer);
  told.set(answer, it);
  c.header("Content-Type", "application/json");
  c.header("ETag", it.etag);
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\b)/u.test(c.req.header("accept-encoding") ?? "");
  // What is told once is packed on its way out, if it is worth it.
  if (!known || !takesGzip) return c.body(it.text);
  it.packed ??= pack(it.text).then((bytes) => new Uint8Array(bytes));
  c.header("Content-Encoding", "gzip");
  c.header("Vary", "Accept-Encoding", { append: true });
  return c.body(await it.packed);
}

/** Weak, since it is the same packed and unpacked: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3 */
function toTold(answer: object): Told {
  const text = JSON.stringify(answer);
  return { text, etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"` };
}
