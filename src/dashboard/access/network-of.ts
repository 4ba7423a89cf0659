import { isIPv4, isIPv6 } from "node:net";

/**
 * What requests from an address are counted under. Somebody who has one address of IPv6 has 2^64 of them: those count as
 * one. However it is written it is the same (CVE-2026-47674 is of a limiter that compared letters): in capitals, with
 * noughts, as IPv4 within IPv6, in brackets, or with the port that some proxies add
 * (https://learn.microsoft.com/azure/application-gateway/rewrite-http-headers-url#remove-port-information-from-the-x-forwarded-for-header).
 */
export function networkOf(written: string): string {
  const text = written.trim();
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/u.exec(text) ?? [];
  const [, beforePort] = /^([\d.]{7,15}):\d{1,5}$/u.exec(text) ?? [];
  const address = (bracketed ?? beforePort ?? text).split("%", 1)[0] ?? "";
  if (!isIPv6(address)) return isIPv4(address) ? address : text;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 6).join() === "0,0,0,0,0,ffff";
  return isMapped ? groups.slice(6).map(toDotted).join(".") : `${groups.slice(0, 4).join(":")}::/64`;
}

/** Its eight groups, without noughts before: as URLs write them (https://url.spec.whatwg.org/#concept-ipv6-serializer), in full. */
function groupsOf(address: string): readonly string[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head, tail] = canonical.split("::").map((it) => it.split(":").filter(Boolean)) as [string[], string[]?];
  const zeros = Array.from({ length: 8 - head.length - (tail?.length ?? 0) }, () => "0");
  return [...head, ...zeros, ...(tail ?? [])];
}

function toDotted(group: string): string {
  const value = Number.parseInt(group, 16);
  return `${value >> 8}.${value & 255}`;
}
