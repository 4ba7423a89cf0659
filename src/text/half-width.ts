/**
 * A text with the full-width forms that East Asian keyboards type as the ASCII that they mean: letters, digits, marks, and
 * the wide space. For what is read as a number, a login, a day or a name of ours; what people say stays as they typed it.
 */
export function halfWidth(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/gu, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfe_e0))
    .replaceAll("\u3000", " ");
}
