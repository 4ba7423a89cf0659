import { describe, expect, it } from "vitest";
import { withoutInvisible } from "../../src/text/invisible.ts";

describe("characters that nobody sees", () => {
  it.each([
    ["a space of no width in a command", "npm\u200B install", "npm install"],
    ["several", "x\u200B\u200B\u200Cy", "xy"],
    ["a soft hyphen in a name", "log\u00ADlevel", "loglevel"],
    ["a word joiner", "a\u2060b", "ab"],
    ["invisible operators", "f\u2061x\u2062y\u2063z\u20641", "fxyz1"],
    ["a joiner between Latin letters", "Auf\u200Clage g\u200Dh", "Auflage gh"],
    ["a joiner behind an emoji and before a letter", "🔥\u200Dx", "🔥x"],
    ["at either end", "\u200Bx\u200D", "x"],
  ])("%s: left out", (_, text, expected) => {
    expect(withoutInvisible(text)).toBe(expected);
  });

  it.each([
    ["Persian", "می\u200Cخواهم"],
    ["a Persian ending of a Latin word", "PDF\u200Cها"],
    ["Arabic that is shaped alone", "ه\u200D"],
    ["Devanagari", "क्\u200Dष क्\u200Cष"],
    ["Sinhala", "ශ්\u200Dරී"],
    ["Malayalam", "ന്\u200D"],
    ["Khmer and Thai, which mark where a line may break", "ភាសា\u200Bខ្មែរ ภาษา\u200Bไทย"],
    ["a family", "👨\u200D👩\u200D👧"],
    ["a profession with a colour", "👩🏽\u200D💻"],
    ["with a variation selector", "❤\uFE0F\u200D🔥 🏳\uFE0F\u200D🌈"],
    ["a keycap", "1\uFE0F\u20E3"],
    ["what can be seen", "a b\u00A0c\td\ne"],
  ])("%s: stays", (_, text) => {
    expect(withoutInvisible(text)).toBe(text);
  });
});
