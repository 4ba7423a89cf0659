/**
 * Formulas: `$$…$$`, `` $`…`$ `` and `$…$` with nothing blank inside its ends and no word right outside of them. One
 * that may name somebody is none.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 */
const math = /(?<![\w$\\])(?:\$\$[^$]{1,5000}\$\$|\$(?=[^\s$])[^$\n]{0,1000}(?<=[^\s\\])\$)(?![\w$])/gu;

/** Where formulas stand in a text, with the sign that opens and closes each. */
export function mathIn(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly sign: string }[] {
  return [...text.matchAll(math)]
    .filter(([formula]) => !/[@#]|GH-|&/iu.test(formula))
    .map(({ 0: formula, index }) => ({
      start: index,
      end: index + formula.length,
      sign: formula.startsWith("$$") ? "$$" : "$",
    }));
}

/** The text with all but its formulas changed. */
export function outsideMath(text: string, change: (words: string) => string): string {
  let out = "";
  let at = 0;
  for (const { start, end } of mathIn(text)) {
    out += change(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return out + change(text.slice(at));
}
