import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../src/dashboard/access/network-of.ts";

/** With noughts before its groups; IPv4 at the end has groups of another kind. */
const padded = (address: string) =>
  address.includes(".") ? address : address.replaceAll(/[\da-f]+/gu, (group) => group.padStart(4, "0"));

describe("the network that requests are counted under", () => {
  it.each([
    ["an address of IPv4", "192.0.2.1", "192.0.2.1"],
    ["the same with a proxy's port", "192.0.2.1:50123", "192.0.2.1"],
    ["the same within IPv6", "::ffff:192.0.2.1", "192.0.2.1"],
    ["the same in hexadecimal", "0:0:0:0:0:FFFF:C000:0201", "192.0.2.1"],
    ["an address of IPv6", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["its neighbour", "2001:db8:1:2::ffff", "2001:db8:1:2::/64"],
    ["the same in capitals, with noughts", "2001:0DB8:0001:0002:0000::1", "2001:db8:1:2::/64"],
    ["the same in brackets, with a port", "[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"],
    ["the same with a zone", "2001:db8:1:2::1%eth0", "2001:db8:1:2::/64"],
    ["a short one", "::1", "0:0:0:0::/64"],
    ["what is no address", "unknown", "unknown"],
    ["nothing", " ", ""],
  ])("of %s is %s: %s", (_, address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is the same however an address of IPv6 is written", () => {
    const written = fc.tuple(fc.ipV6(), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(written, ([address, isUpper, isBracketed]) => {
        const other = isUpper ? address.toUpperCase() : padded(address);
        expect(networkOf(isBracketed ? `[${other}]:1` : other)).toBe(networkOf(address));
      }),
    );
  });

  it("throws for nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void networkOf(text)));
  });
});
