import { useState } from "react";

/** True from the first time that something holds. */
export function useLatch(holds: boolean): boolean {
  const [held, setHeld] = useState(holds);
  if (holds && !held) setHeld(true);
  return held || holds;
}
