import { RegExpParser, type AST } from "@eslint-community/regexpp";
import { analyse } from "scslre";

/**
 * What makes a regular expression take more than linear time on some text; empty where nothing is known to. Nothing is
 * measured, so the answer is the same on every machine.
 *
 * `scslre` (the analysis behind the rules of eslint-plugin-regexp) finds repetitions that trade characters with each
 * other, and ones at the start of an expression that are tried again from each character they can pass. It does not see
 * a repetition behind something that it can pass as well, as in `<!--.*?-->` on a text of `<!--<!--<!--`: that is
 * looked for here. Repetitions of up to `bounded` times count as single characters, longer ones as without an end.
 */
export function slowParts(source: string, flags: string): string[] {
  const open = withoutHighBounds(source);
  const { reports } = analyse({ source: open, flags }, { assumeRejectingSuffix: false });
  const found = reports.map((it) => `${it.type}: ${it.type === "Trade" ? it.startQuant.raw : it.quant.raw}`);
  return [...new Set([...found, ...restarts(open, flags)])];
}

/** A comment may hold 65,536 characters: so many times this is a second at worst. */
const bounded = 500;

function withoutHighBounds(source: string): string {
  return source.replaceAll(/\{(\d+),(\d+)\}/g, (whole, least: string, most: string) =>
    Number(most) > bounded ? `{${least},}` : whole,
  );
}

/** Repetitions that what stands before them in the expression can begin anew, from within what they pass. */
function restarts(source: string, flags: string): string[] {
  if (flags.includes("y")) return [];
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  return pattern.alternatives.flatMap((it) => walk(it.elements, { text: "", raw: "" }, "", { source, flags }));
}

interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** What comes before a part of an expression, and a text that it matches. */
interface Before {
  readonly raw: string;
  readonly text: string;
}

/** `rest`: the expression behind these elements. */
function walk(elements: readonly AST.Element[], before: Before, rest: string, expression: Expression): string[] {
  const found: string[] = [];
  let passed = before;
  for (const [i, element] of elements.entries()) {
    const behind =
      elements
        .slice(i + 1)
        .map(({ raw }) => raw)
        .join("") + rest;
    if (isStart(element, expression)) return found;
    if (element.type === "Quantifier" && element.max > bounded && passed.text !== "") {
      const isAgain = canPass(element, passed.text, expression) && canBeginWithin(passed, expression);
      if (isAgain && mayFail(element, behind, expression)) found.push(`Restart: ${element.raw}`);
    }
    const inner = element.type === "Quantifier" ? element.element : element;
    if (inner.type === "CapturingGroup" || inner.type === "Group") {
      for (const it of inner.alternatives) found.push(...walk(it.elements, passed, behind, expression));
    }
    passed = { raw: passed.raw + element.raw, text: passed.text + sampleOf(element, expression) };
  }
  return found;
}

/** From where an expression is tried once. */
function isStart(element: AST.Element, { flags }: Expression): boolean {
  return element.type === "Assertion" && element.kind === "start" && !flags.includes("m");
}

function canPass({ element }: AST.Quantifier, text: string, { flags }: Expression): boolean {
  return new RegExp(`^(?:${element.raw})*$`, flags.replace(/[gmy]/g, "")).test(text);
}

/** Whether nothing before, like `(?<!\/)`, keeps the expression from beginning in the middle of what it passes. */
function canBeginWithin({ raw, text }: Before, { flags }: Expression): boolean {
  try {
    const again = new RegExp(raw, `${flags.replace(/[gy]/g, "")}y`);
    again.lastIndex = text.length;
    return again.test(text + text);
  } catch {
    return true;
  }
}

/** Whether what the repetition passes may turn out in vain. */
function mayFail(quantifier: AST.Quantifier, behind: string, { flags }: Expression): boolean {
  try {
    const literal = { source: quantifier.raw + behind, flags: flags.replace(/[gy]/g, "") };
    return analyse(literal, { assumeRejectingSuffix: false }).reports.some(({ type }) => type === "Move");
  } catch {
    // What is behind refers to a group that is before.
    return true;
  }
}

const candidates = Array.from("aA0_ \n\t<>/-.:@#=\"'`*[](){}|\\~$%&;,!?^+é中\uFEFF\u200B");

/** Some text that an element matches. */
function sampleOf(element: AST.Element, expression: Expression): string {
  switch (element.type) {
    case "Character":
      return String.fromCodePoint(element.value);
    case "CharacterSet":
    case "CharacterClass": {
      const one = new RegExp(`^${element.raw}$`, expression.flags.replace(/[gmy]/g, ""));
      return candidates.find((it) => one.test(it)) ?? "";
    }
    case "Quantifier":
      return sampleOf(element.element, expression).repeat(Math.min(element.min, bounded));
    case "CapturingGroup":
    case "Group":
      return (element.alternatives[0]?.elements ?? []).map((it) => sampleOf(it, expression)).join("");
    case "Assertion":
      return element.kind === "start" ? "\n" : "";
    default:
      return "";
  }
}
