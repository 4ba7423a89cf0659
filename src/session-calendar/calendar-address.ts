/**
 * Where a repository's calendar is to be had: at its own name, or with the key at its secret address. `publicUrl` is the
 * address of the server, without a slash at the end; without it the path is told.
 */
export function calendarAddress(
  publicUrl: string | undefined,
  { owner, name }: { readonly owner: string; readonly name: string },
  key?: string,
): string {
  const parts = [...(key === undefined ? [] : [key]), owner, `${name}.ics`];
  return `${publicUrl ?? ""}/calendar/${parts.map(encodeURIComponent).join("/")}`;
}
