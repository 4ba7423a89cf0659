import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { missingFrom, toAppBom } from "./supply-chain/sbom.ts";

// `npm run sbom -- sbom.cdx.json` writes the bill of materials of a release (CycloneDX), or prints it.

const output = execFileSync("npm", ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as { name: string; version: string };
const lockfile = readFileSync("package-lock.json", "utf8");
const bom = toAppBom(output, { name, version }, lockfile);
const missing = missingFrom(bom, lockfile);
if (missing.length > 0) throw new Error(`not in the bill of materials: ${missing.join(", ")}`);
const text = `${JSON.stringify(bom, null, 2)}\n`;
const [, , file] = process.argv;
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);
