/** An address as it may stand between `(<` and `>)` in Markdown, whether or not it was encoded before. */
export function linkAddress(url: string): string {
  try {
    return encodeURI(decodeURI(url));
  } catch {
    // Not every percent sign is an escape; then the address stands as it is.
    return encodeURI(url);
  }
}
