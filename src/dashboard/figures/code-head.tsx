import type { ReactNode } from "react";

/** The header of a column of its own for each value: its name, with the code behind it for programs. */
export function codeHead(code: string | number, name: string): { header: string; head: ReactNode } {
  return { header: name, head: <data value={code}>{name}</data> };
}
