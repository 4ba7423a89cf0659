/** Whether one of an issue's labels is among these, as a person would say. */
export function hasLabel(labels: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(wanted.map(plain));
  return labels.some((label) => names.has(plain(label)) || names.has(plain(label.split(/[:/]/u).at(-1) ?? "")));
}

/** Without case, emoji, and which sign stands between words: `✨ Feature Request` is `feature-request`. */
function plain(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
