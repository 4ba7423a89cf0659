/** A discussion as somebody typed it. */
export interface Address {
  readonly repository: string;
  readonly number: number;
  /** Where it is, unless only the repository was typed. */
  readonly host?: string;
}

/** Discussions have numbers of nine digits at most, for now and for long. */
const short = /^([\w.-]{1,100}\/[\w.-]{1,100})#(\d{1,9})$/u;
const path = /^\/([\w.-]{1,100}\/[\w.-]{1,100})\/(discussions|issues|pull)\/(\d{1,9})(?:\/|$)/u;

/**
 * The discussion of an address, as a browser or a mail has it: with a comment, a query, on any host; also without
 * `https://`, or as `acme/widgets#12`. A problem in words where it is none.
 */
export function readAddress(text: string): Address | { readonly problem: string } {
  const typed = text.trim();
  const [, repository, digits] = short.exec(typed) ?? [];
  if (repository !== undefined) return { repository, number: Number(digits) };
  const address = /^https?:\/\//iu.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return noAddress(text);
  const { pathname, host } = new URL(address);
  const [, name, kind, number] = path.exec(pathname) ?? [];
  if (/^\/orgs\/[\w.-]+\/discussions\//u.test(pathname)) {
    return {
      problem:
        "An organization's discussions are those of one of its repositories. Name it: frontdesk explain owner/repo#12",
    };
  }
  if (name === undefined) return noAddress(text);
  if (kind !== "discussions") {
    return {
      problem: `${kind === "pull" ? "A pull request" : "An issue"} is no discussion: what is explained is what happens in discussions.`,
    };
  }
  return { repository: name, number: Number(number), host };
}

function noAddress(text: string): { readonly problem: string } {
  return {
    problem: `"${text.slice(0, 200)}" is no address of a discussion, such as https://github.com/acme/widgets/discussions/12 or acme/widgets#12.`,
  };
}
