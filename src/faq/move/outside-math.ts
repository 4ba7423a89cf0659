/**
 * Formulas: `$$…$$`, `` $`…`$ `` and `$…$` with nothing blank inside its ends and no word right outside of them. One
 * that may name somebody is none.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 */
const math = /(?<![\w$\\])(?:\$\$[^$]{1,5000}\$\$|\$(?=[^\s$])[^$\n]{0,1000}(?<=[^\s\\])\$)(?![\w$])/gu;

/** The text with all but its formulas changed. */
export function outsideMath(text: string, change: (words: string) => string): string {
  let out = "";
  let at = 0;
  for (const { 0: formula, index } of text.matchAll(math)) {
    if (/[@#]|GH-|&/iu.test(formula)) continue;
    out += change(text.slice(at, index)) + formula;
    at = index + formula.length;
  }
  return out + change(text.slice(at));
}
