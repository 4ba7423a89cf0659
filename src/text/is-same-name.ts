/** Whether GitHub takes two names for the same, of labels, people, milestones or repositories: case does not count. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
