import { createContext, useContext } from "react";

/** Key of the account for data stored on this device; "" without sign-in. */
export const ReaderContext = createContext("");

export function useReader(): string {
  return useContext(ReaderContext);
}
