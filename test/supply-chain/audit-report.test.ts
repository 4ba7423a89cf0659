import { describe, expect, it } from "vitest";
import { readAudit } from "../../scripts/supply-chain/audit-report.ts";

/** As npm prints it: https://docs.npmjs.com/cli/commands/npm-audit */
const metadata = {
  vulnerabilities: { info: 0, low: 0, moderate: 0, high: 1, critical: 0, total: 1 },
  dependencies: { prod: 258, dev: 384, optional: 30, peer: 0, peerOptional: 0, total: 641 },
};
const advisory = {
  source: 1113714,
  name: "js-yaml",
  dependency: "js-yaml",
  title: "js-yaml has prototype pollution in merge (<<)",
  url: "https://github.com/advisories/GHSA-mh29-5h37-fv8m",
  severity: "moderate",
  cwe: ["CWE-1321"],
  cvss: { score: 5.3, vectorString: null },
  range: ">=4.0.0 <4.1.1",
};

describe("what npm audit says", () => {
  it("is that there is nothing", () => {
    const report = { auditReportVersion: 2, vulnerabilities: {}, metadata };
    expect(readAudit(JSON.stringify(report))).toEqual({ kind: "clean", packages: 258 });
  });

  it("is which packages, and by which advisory", () => {
    const vulnerabilities = {
      "js-yaml": {
        name: "js-yaml",
        severity: "moderate",
        isDirect: true,
        via: [advisory],
        effects: ["front"],
        range: "4.0.0 - 4.1.0",
        nodes: ["node_modules/js-yaml"],
        fixAvailable: true,
      },
      front: { name: "front", severity: "moderate", isDirect: true, via: ["js-yaml"], effects: [], nodes: [] },
    };
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata }))).toEqual({
      kind: "found",
      lines: [
        "js-yaml 4.0.0 - 4.1.0 (moderate): js-yaml has prototype pollution in merge (<<) https://github.com/advisories/GHSA-mh29-5h37-fv8m",
        "front  (moderate): by js-yaml",
      ],
    });
  });

  it.each([
    [
      "a mirror without advisories",
      JSON.stringify({ message: "405 Method Not Allowed - POST https://registry.example/-/npm/v1", statusCode: 405 }),
      "405 Method Not Allowed",
    ],
    ["no network", JSON.stringify({ message: "request to https://registry.example failed", error: {} }), "failed"],
    ["an npm that ended early", "", "npm printed no report"],
    ["an npm of another kind", "found 0 vulnerabilities", "npm printed no report"],
    ["a report of another version", JSON.stringify({ auditReportVersion: 3, findings: [] }), "npm printed no report"],
  ])("is nothing by way of %s, which is not taken for nothing found", (_, output, reason) => {
    expect(readAudit(output)).toEqual({ kind: "unanswered", reason: expect.stringContaining(reason) });
  });
});
