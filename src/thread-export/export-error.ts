/** An export that cannot be read. The message says what is wrong; the place is where in the file, from 1. */
export class ExportError extends Error {
  override name = "ExportError";
  readonly line: number;
  readonly column: number;

  constructor(text: string, offset: number, message: string) {
    super(message);
    const before = text.slice(0, offset);
    const start = before.lastIndexOf("\n") + 1;
    this.line = before.split("\n").length;
    this.column = offset - start + 1;
  }
}
