/** What stands in the place of a secret. */
const masked = "[secret]";

/** Shorter ones would mask words of everybody. */
const shortest = 6;

/**
 * Secrets that say what they are: tokens of GitHub, JSON web tokens, keys, and passwords in addresses.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
const forms =
  /\b(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_\w{16,255})|\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}|(?<=:\/\/[^\s:/@"\\]{0,100}:)[^\s/@"\\]{1,300}(?=@)/gu;

/**
 * Takes these secrets, and what has the form of one, out of a line of the log. Nothing puts any there: this is for errors
 * of libraries, whose words are theirs. Renovate came to the same (renovatebot/renovate#4444).
 */
export function maskSecrets(secrets: readonly string[]): (line: string) => string {
  // Longest first: one may be a part of another. As JSON writes them, since the log is JSON.
  const known = [...new Set(secrets.map((it) => JSON.stringify(it).slice(1, -1)))]
    .filter((it) => it.length >= shortest)
    .sort((a, b) => b.length - a.length);
  return (line) => known.reduce((text, secret) => text.replaceAll(secret, masked), line).replaceAll(forms, masked);
}
