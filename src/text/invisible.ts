/**
 * Scripts in which a joiner shapes letters, or a space of no width is where a line may break, so that they belong to
 * the words: https://www.rfc-editor.org/rfc/rfc5892#appendix-A.1 and https://www.unicode.org/reports/tr14/#SA
 */
const scripts = `Arabic Syriac Thaana Nko Mandaic Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu
  Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Tai_Tham New_Tai_Lue Tai_Le Balinese Javanese Sundanese
  Meetei_Mayek Grantha Adlam`
  .split(/\s+/u)
  .map((it) => `\\p{Script_Extensions=${it}}`)
  .join("");
const emoji = "\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F";

/**
 * Spaces and joiners of no width, soft hyphens, invisible operators. A joiner next to one of those scripts stays, and
 * one between two emoji (https://www.unicode.org/reports/tr51/#def_emoji_zwj_sequence).
 */
const invisible = new RegExp(
  `[\\u00AD\\u2060-\\u2064]|(?<![${scripts}])[\\u200B\\u200C\\u200D](?![${scripts}])(?!(?<=[${emoji}]\\u200D)\\p{Extended_Pictographic})`,
  "gu",
);

/**
 * Text without characters that take no room and mean nothing: in code they make a copied command fail, in words they
 * hide a secret from whoever looks for one. Variation selectors stay.
 */
export function withoutInvisible(text: string): string {
  return text.replaceAll(invisible, "");
}
