import { licenceProblems } from "./supply-chain/licences.ts";
import { lockedPackages } from "./supply-chain/lockfile.ts";

// `node scripts/check-licences.ts` exits 1 when a package's licence does not do; scripts/supply-chain/licences.ts has the list.

const packages = lockedPackages();
const problems = licenceProblems(packages);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
