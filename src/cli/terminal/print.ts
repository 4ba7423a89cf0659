/** A line for whoever reads, be it a person or a pipe. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
