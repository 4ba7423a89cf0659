import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { EvaluationSetError } from "./evaluation-set-error.ts";

/** Characters that are collected before they are written. */
const chunk = 1 << 16;

/** Takes one line without its end. */
export type WriteLine = (text: string) => Promise<void>;

export interface LinesFile {
  readonly file: string;
  /** Files it is made from, which it must not replace. */
  readonly sources: readonly string[];
}

/**
 * Writes a file of lines that is there as a whole or not at all: under another name beside it first, renamed when the
 * last line is written. What is no ordinary file, such as `/dev/stdout`, is written as it comes.
 * Rejects with `EvaluationSetError` where it cannot be written, and with whatever `write` rejects with; nothing is left behind.
 */
export async function writeLines<Result>(
  { file, sources }: LinesFile,
  write: (line: WriteLine) => Promise<Result>,
): Promise<Result> {
  const { target, isOrdinary } = await inspectTarget(file);
  for (const source of sources) {
    const isSame = isOrdinary && (await realpath(source).catch(() => "")) === target;
    if (isSame) throw new EvaluationSetError({ file, what: "is read too, and would be lost" });
  }
  const path = isOrdinary ? `${target}.${process.pid}.part` : target;
  const handle = await open(path, "w").catch((error: unknown) => {
    throw new EvaluationSetError({ file, what: `cannot be written (${codeOf(error)})` });
  });
  try {
    let waiting = "";
    const result = await write(async (text) => {
      waiting += `${text}\n`;
      if (waiting.length < chunk) return;
      await handle.appendFile(waiting);
      waiting = "";
    });
    await handle.appendFile(waiting);
    await handle.close();
    if (isOrdinary) await rename(path, target);
    return result;
  } catch (error) {
    await handle.close();
    if (isOrdinary) await rm(path, { force: true });
    throw error;
  }
}

/** Links are followed, so that the link stays one; what is not there yet will be an ordinary file. */
async function inspectTarget(file: string): Promise<{ target: string; isOrdinary: boolean }> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new EvaluationSetError({ file, what: "is a folder, not a file" });
    // A pipe has no path of its own.
    return found.isFile() ? { target: await realpath(file), isOrdinary: true } : { target: file, isOrdinary: false };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { target: file, isOrdinary: true };
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
