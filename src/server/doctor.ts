import { examine } from "./doctor/examine.ts";
import { report } from "./doctor/finding.ts";

const findings = await examine(process.env);
console.log(report(findings));
process.exitCode = findings.some(({ kind }) => kind === "bad") ? 1 : 0;
