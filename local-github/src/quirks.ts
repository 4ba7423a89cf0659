/** What nobody outside of GitHub can be sure of: each way it may be can be tried. */
export interface Quirks {
  /** `viewerDidAuthor` is false everywhere, as it might be for the token of an installation. */
  deniesAuthorship: boolean;
}

/** As GitHub's documentation has it. */
export function asDocumented(): Quirks {
  return { deniesAuthorship: false };
}
