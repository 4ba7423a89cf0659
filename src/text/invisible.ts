/** Scripts in which joiners shape letters: https://www.rfc-editor.org/rfc/rfc5892#appendix-A.1 */
const joining =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Adlm}\p{scx=Deva}\p{scx=Beng}]/u;
const shaping =
  /[\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Tibt}]/u;
/** Scripts in which a space of no width is where a line may break: https://www.unicode.org/reports/tr14/#SA */
const breaking =
  /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Lana}\p{scx=Talu}\p{scx=Tale}\p{scx=Bali}\p{scx=Java}]/u;

/**
 * Text without characters that take no room and mean nothing: spaces and joiners of no width, soft hyphens, invisible
 * operators. In code they make a copied command fail, in words they hide a secret from whoever looks for one. They stay
 * next to a letter of those scripts, and between two emoji; variation selectors stay.
 */
export function withoutInvisible(text: string): string {
  return text
    .replaceAll(/[\u00AD\u2060-\u2064]/gu, "")
    .replaceAll(/[\u200B-\u200D]/gu, (found: string, at: number, whole: string) =>
      isNeeded(found, whole.slice(Math.max(0, at - 2), at), whole.slice(at + 1, at + 3)) ? found : "",
    );
}

function isNeeded(joiner: string, before: string, after: string): boolean {
  const beside = `${/.$/su.exec(before)?.[0] ?? ""}${/^./su.exec(after)?.[0] ?? ""}`;
  if (joining.test(beside) || shaping.test(beside) || breaking.test(beside)) return true;
  // https://www.unicode.org/reports/tr51/#def_emoji_zwj_sequence
  const isBehindEmoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u.test(before);
  return joiner === "\u200D" && isBehindEmoji && /^\p{Extended_Pictographic}/u.test(after);
}
