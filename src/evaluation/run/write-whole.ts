import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { BadInputError } from "./options.ts";

/**
 * Writes a file as a whole or not at all: beside it first, then in its place. In one go, so that Ctrl-C comes before or
 * after it. Throws `BadInputError` where it cannot be written.
 */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new BadInputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Throws `BadInputError` where a file cannot be written, before the work for it is done. */
export function mustBeWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error("it is a folder");
  } catch (error) {
    throw new BadInputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
