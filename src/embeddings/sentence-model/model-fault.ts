/** Why the model of a folder cannot be used, for its operator: what is missing, and what to do. One line. */
export class ModelFault extends Error {
  override name = "ModelFault";

  constructor(folder: string, reason: string) {
    super(`${folder} ${reason}`.replaceAll(/\s+/gu, " ").trim());
  }
}

/** Where the runtime was built: paths in its messages begin so. */
const sourceFolder = "/onnxruntime_src/";

/** The first line of what a library says, without the place in its own source. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [line = ""] = text.split("\n").filter((it) => it.trim() !== "");
  const at = line.indexOf(sourceFolder);
  // A path, a line's number and a function with the types of its arguments.
  const place = at < 0 ? "" : line.slice(at, line.lastIndexOf(") ") + 1);
  return line.replace(place, " ").slice(0, 300);
}
