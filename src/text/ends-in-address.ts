/**
 * Whether a text ends within a bare address. GitHub reads on in one until white space or `<`, and takes in backticks that
 * follow it, so that code there is none: https://github.github.com/gfm/#extended-url-autolink
 */
export function endsInAddress(text: string): boolean {
  return /(?:https?|ftp):\/\/|www\./iu.test(text.split(/[\s<]/u).at(-1) ?? "");
}
