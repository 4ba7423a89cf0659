import { createHmac, timingSafeEqual } from "node:crypto";

/** A key is 24 letters, digits, hyphens and underscores: 144 bits. */
const keyLength = 24;

/**
 * The part of a calendar's secret address that nobody can guess. It is made of a secret that the operator has already, by
 * a use of its own, so that neither tells anything of the other; who changes the secret, or `calendar-feed.address`, makes
 * another one.
 */
export function calendarKey(webhookSecret: string, repository: { readonly id: number }, address: number): string {
  const use = createHmac("sha256", webhookSecret).update("frontdesk: addresses of calendars").digest();
  const whole = createHmac("sha256", use).update(`${repository.id}\n${address}`).digest("base64url");
  return whole.slice(0, keyLength);
}

/** Whether this is the key, in a time that tells nothing of where it differs. */
export function isCalendarKey(given: string, key: string): boolean {
  const digest = (text: string) => createHmac("sha256", key).update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
