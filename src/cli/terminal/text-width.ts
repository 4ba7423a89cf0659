import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns of a terminal a line takes: Chinese letters and emoji take two, accents that stand for themselves none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text, shortened with … where it takes more columns. What people take for one letter is not cut. */
export function fitTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let fitted = "";
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment);
    if (width > columns - 1) break;
    fitted += segment;
  }
  return columns < 1 ? "" : `${fitted.trimEnd()}…`;
}

/** The text with blanks up to so many columns: behind it, or before it where numbers stand below each other. */
export function padTo(text: string, columns: number, side: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, columns - widthOf(text)));
  return side === "left" ? text + blanks : blanks + text;
}
