/** A part of an address as it reads. Not every percent sign is an escape: where one is none, the text says what it says. */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
