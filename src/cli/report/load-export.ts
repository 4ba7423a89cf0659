import { readFile } from "node:fs/promises";
import { ExportError } from "../../thread-export/export-error.ts";
import { readExport, readRolesFile, type ThreadExport } from "../../thread-export/read-export.ts";
import { fileWords } from "../known-errors.ts";
import { ReportRefusal } from "./report-refusal.ts";

/** The export in a file, with the roles of another where one is named. Rejects with `ReportRefusal`, which names file, line and column. */
export async function loadExport(file: string, rolesFile: string | undefined): Promise<ThreadExport> {
  const exported = await read(file, readExport);
  return rolesFile === undefined ? exported : { ...exported, roles: await read(rolesFile, readRolesFile) };
}

async function read<Value>(file: string, toValue: (text: string) => Value): Promise<Value> {
  let text: string;
  try {
    text = decode(await readFile(file));
  } catch (error) {
    // Of more than half a gigabyte, a JavaScript engine makes no text.
    throw new ReportRefusal(`${file} cannot be read: ${fileWords(error)}`);
  }
  try {
    return toValue(text);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    throw new ReportRefusal(`${file}:${error.line}:${error.column} ${error.message}`);
  }
}

/** `gh … > file` in PowerShell writes UTF-16: https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_character_encoding */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
