/** What we know of a repository's living issue. Plain data; times are ISO 8601 in UTC. */
export interface LivingIssueRecord {
  /**
   * `kept`: the list is kept up to date, in an issue where there is one. `closed`: a person closed it, and it stays so
   * until a person opens it. `gone`: it was deleted or moved away, and none is made again until the config was `off`.
   * `elsewhere`: it is listed in another repository's issue, and has none of its own.
   */
  readonly state: "kept" | "closed" | "gone" | "off" | "elsewhere";
  /** Of the issue; missing where none was made yet. */
  readonly number?: number;
  /** Digest of what it lists. */
  readonly listed?: string;
  /** When it was last brought up to date, and how many seconds pass until it may be edited again. */
  readonly at?: string;
  readonly editEvery?: number;
  /** When GitHub last refused to have it written. */
  readonly refusedAt?: string;
  /** What the config said of where it is listed, and of its titles there, when it was last looked at. */
  readonly in?: string;
  readonly privateTitles?: true;
  /** Id of the repository that lists it, where it is listed elsewhere. */
  readonly listedIn?: number;
}
