/**
 * Whether a host name is of this machine alone: nobody else reaches it, and browsers trust it without https.
 * https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
 */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);
}
