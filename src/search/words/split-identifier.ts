import { beyondAscii, digit, joint, kindOf, kindsOf, lower, upper } from "./letter-kinds.ts";

/** Pieces between the joints of an identifier, a path or a flag. */
const joints = /[^\p{L}\p{N}\p{M}]+/u;

/** The humps of `parseHTTPBody2` are parse, HTTP, Body and 2. */
const humps = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}|\p{N}+|[\p{Lm}\p{Lt}]+/gu;

const version = /^v?\d+\.\d[\w.+-]*$/iu;

const hexNumber = /^0x[\da-f]+$/iu;

/** An identifier with more parts is data, not a name. */
const maxParts = 24;

const packageVersion = /^(.+)@[~^]?(v?\d[\w.+-]*)$/u;

/**
 * The parts of a compound word in lower case: `useEffect` → use, effect; `ERR_MODULE_NOT_FOUND` → err, module, not,
 * found; `@scope/pkg@1.2.0` → @scope/pkg, 1.2.0, scope, pkg; `--no-cache` → no-cache, no, cache; `v2.3.1` → 2.3.1;
 * `src/my-app.ts` → my-app.ts, src, my, app, ts; `OAuth2` → oauth, auth.
 * Versions and hexadecimal codes are not split into numbers, which say nothing alone; single letters and digits are left out.
 */
export function splitIdentifier(word: string): string[] {
  const kinds = kindsOf(word);
  if ((kinds & digit) !== 0) {
    if (version.test(word)) return /^v/iu.test(word) ? [word.slice(1).toLowerCase()] : [];
    if (hexNumber.test(word)) return [];
  }
  const parts = (kinds & joint) === 0 ? [] : largeParts(word);
  for (const piece of piecesOf(word)) {
    const found = humpsOf(piece);
    if (found.length > 1) parts.push(piece.toLowerCase());
    if (found.length > 2) parts.push(...withoutNumber(piece));
    for (const hump of found) if (hump.length > 1) parts.push(hump.toLowerCase());
  }
  return parts.slice(0, maxParts);
}

/** Parts that are compounds themselves: a flag without its dashes, a package apart from its version, a file's name. */
function largeParts(word: string): string[] {
  const parts: string[] = [];
  if (word.startsWith("-") && /^--?\p{L}.*-/u.test(word)) parts.push(word.replace(/^-+/u, ""));
  const [, name, ofVersion] = packageVersion.exec(word) ?? [];
  if (name !== undefined && ofVersion !== undefined) parts.push(name, ofVersion);
  const file = word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1).replace(/[#@].*/su, "");
  if (file.length < word.length && /.[.\-_]./u.test(file)) parts.push(file);
  return parts.map((part) => part.toLowerCase());
}

function withoutNumber(piece: string): string[] {
  const name = piece.replace(/(?<!\d)\d+$/u, "");
  return name.length < piece.length ? [name.toLowerCase()] : [];
}

function piecesOf(word: string): string[] {
  if ((kindsOf(word) & beyondAscii) !== 0) return word.split(joints, maxParts);
  const pieces: string[] = [];
  let start = 0;
  for (let i = 0; i <= word.length && pieces.length < maxParts; i++) {
    if (i < word.length && kindOf(word.charCodeAt(i)) !== joint) continue;
    if (i > start) pieces.push(word.slice(start, i));
    start = i + 1;
  }
  return pieces;
}

function humpsOf(piece: string): readonly string[] {
  const kinds = kindsOf(piece);
  if ((kinds & beyondAscii) !== 0) return piece.match(humps) ?? [];
  if (kinds === lower || kinds === upper || kinds === digit) return [piece];
  const found: string[] = [];
  let start = 0;
  for (let i = 1; i < piece.length; i++) {
    const before = kindOf(piece.charCodeAt(i - 1));
    const here = kindOf(piece.charCodeAt(i));
    if (before === here) continue;
    // The last of several capitals belongs to the small letters after it.
    const end = before === upper && here === lower ? i - 1 : i;
    if (end > start) found.push(piece.slice(start, end));
    start = Math.max(start, end);
  }
  found.push(piece.slice(start));
  return found;
}
