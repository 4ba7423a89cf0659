/**
 * Control characters but line feed and tab, marks that turn the direction of text (CVE-2021-42574), tags, which nobody
 * sees and language models read, byte order marks, noncharacters; and before them flags that are spelled with tags:
 * https://unicode.org/reports/tr51/#def_std_emoji_tag_sequence_set
 */
const unwanted =
  /(\u{1F3F4}[\u{E0030}-\u{E007A}]{2,6}\u{E007F})|(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\uFEFF\u{E0000}-\u{E007F}]/gu;

/** People's text with `\n` as line ends, well formed, and without characters that show something else than is there. */
export function withoutUnwanted(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(unwanted, "$1").toWellFormed();
}
