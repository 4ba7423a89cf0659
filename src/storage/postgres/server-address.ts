import { UnusableDatabaseError } from "../unusable-database.ts";

/**
 * Server and database of an address, for messages: without user, password and whatever else is in it. Rejects an address
 * that cannot be taken apart for sure, of which nothing may be told: a password with `/`, `?`, `#` or `@` in it that was
 * not encoded ends up in host or path.
 */
export function placeOf(address: string): string {
  const url = URL.parse(address);
  const isOurs = url !== null && /^postgres(?:ql)?:$/u.test(url.protocol) && /[^/]/u.test(url.pathname);
  const isTorn = url !== null && (url.hash !== "" || (url.pathname + url.search).includes("@"));
  if (!isOurs || isTorn) {
    throw new UnusableDatabaseError(
      "DATABASE_URL is not an address such as postgres://user:password@host:5432/database. " +
        "In user and password write %40 for @, %3A for :, %2F for /, %3F for ?, %23 for # and %25 for %.",
    );
  }
  const host = url.searchParams.get("host") ?? url.host;
  return `PostgreSQL at ${decodeURIComponent(host) || "localhost"}${url.pathname}`;
}
