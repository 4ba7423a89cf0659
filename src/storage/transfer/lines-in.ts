/** The lines of a text that comes in pieces. Node's readline takes U+2028 for a line end as well, which JSON has in texts. */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf8", { fatal: true });
  let begun = "";
  for await (const piece of pieces) {
    const lines = decoder.decode(piece, { stream: true }).split("\n");
    const last = lines.pop() ?? "";
    for (const line of lines) {
      yield begun + line;
      begun = "";
    }
    begun += last;
  }
  if (begun !== "") yield begun;
}
