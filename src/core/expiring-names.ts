/** Names that count until a time, for all processes of one database. */
export interface ExpiringNames {
  /** False where it counted already: of several that add the same name at once, one is told true. `until` is in milliseconds. */
  add(name: string, until: number): Promise<boolean>;
  has(name: string): Promise<boolean>;
}
