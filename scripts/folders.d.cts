/** See folders.cjs. */
declare const folders: Readonly<
  Record<string, { readonly holds: string; readonly mayImport: readonly string[]; readonly why: string }>
>;
export = folders;
