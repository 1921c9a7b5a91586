import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";

export type Certificate = { key: string; cert: string; certFile: string };

/** A certificate of 127.0.0.1 that signs itself, valid from the start of one year to that of another; kept in `folder`. */
export async function certificateOf(folder: string, from: number, until: number): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    notBeforeDate: new Date(Date.UTC(from, 0)),
    notAfterDate: new Date(Date.UTC(until, 0)),
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
  });
  const certFile = join(folder, `${from}-${until}.pem`);
  writeFileSync(certFile, cert);
  return { key, cert, certFile };
}
