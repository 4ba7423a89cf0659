import type { ExportedRoles } from "./exported-thread.ts";

/** What an export is made of. */
export interface WrittenExport {
  /** `owner/name`. */
  readonly repository: string;
  readonly exportedAt: Date;
  /** Missing where they are not known. */
  readonly roles?: ExportedRoles;
  /** In the shape of `exportedThread`. */
  readonly threads: readonly object[];
}

/** An export as a file: a discussion a line, so that tools of text find their way in it. */
export function renderExport({ repository, exportedAt, roles, threads }: WrittenExport): string {
  const head = { repository, exportedAt: exportedAt.toISOString(), ...(roles && { roles }) };
  const lines = threads.map((it) => JSON.stringify(it)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"threads":[\n${lines}\n]}\n`;
}
