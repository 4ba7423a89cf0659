/** `owner/name`, as people write a repository. */
export function fullName({ owner, name }: { readonly owner: string; readonly name: string }): string {
  return `${owner}/${name}`;
}

/** `owner/name#12`: a discussion, issue or pull request. */
export function threadName({
  repository,
  number,
}: {
  readonly repository: { readonly owner: string; readonly name: string };
  readonly number: number;
}): string {
  return `${fullName(repository)}#${number}`;
}

/** Whether `text` names this repository; GitHub takes names that differ only in case for the same. */
export function isNameOf(text: string, repository: { readonly owner: string; readonly name: string }): boolean {
  return fullName(repository).toLowerCase() === text.toLowerCase();
}
