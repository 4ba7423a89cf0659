import { readFileSync } from "node:fs";
import { releaseNotes } from "./release/release-notes.ts";

// `npm run release-notes` prints what a release says of itself: the version's section of CHANGELOG.md, and the commits since
// the last release.

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
process.stdout.write(await releaseNotes(".", version, readFileSync("CHANGELOG.md", "utf8")));
