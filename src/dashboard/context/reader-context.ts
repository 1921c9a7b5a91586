import { createContext, useContext } from "react";

/** Who reads: a name for what this device keeps for each account; "" where nobody signs in. */
export const ReaderContext = createContext("");

export function useReader(): string {
  return useContext(ReaderContext);
}
