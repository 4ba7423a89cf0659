/** What a file's bytes are: text, or a reason why they are none. */
export type DecodedPage = { readonly text: string } | { readonly notText: "binary" | "lfs-pointer" };

/** Git looks for a NUL in this many bytes at the start to tell binary files (`buffer_is_binary` in its xdiff). */
const probed = 8000;

/** Bytes of a docs page as text; files that are no text are named as such. */
export function decodePage(bytes: Uint8Array): DecodedPage {
  if (isLfsPointer(bytes)) return { notText: "lfs-pointer" };
  return isBinary(bytes) ? { notText: "binary" } : { text: decodeText(bytes) };
}

/**
 * UTF-8, or UTF-16 where a byte order mark says so, without the mark. What is not valid UTF-8 is read as Windows-1252,
 * the web's fallback for Western text (https://encoding.spec.whatwg.org/#names-and-labels). Never fails.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whether this is what Git LFS leaves in place of a file: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  if (bytes.length >= 1024) return false;
  return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n(?:.*\n)*?oid sha256:/.test(decodeText(bytes));
}

/** Whether bytes are no text: an image under a Markdown name, say. A single NUL amid text is somebody's accident. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, probed);
  const hasUtf16Mark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (head.length === 0 || hasUtf16Mark) return false;
  let odd = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b)) odd += 1;
  return odd * 50 > head.length;
}
