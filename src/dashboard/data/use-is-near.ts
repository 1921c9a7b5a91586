import { type RefObject, useEffect, useRef, useState } from "react";
import { useObservable } from "#lib/observable.ts";
import { packDialog } from "../panel/pack-registry.ts";

/** Whether an element has ever been near the viewport, or is wanted for a review pack. */
export function useIsNear<T extends HTMLElement>(): {
  ref: RefObject<T | null>;
  isNear: boolean;
  setNear: () => void;
} {
  const ref = useRef<T>(null);
  const [isNear, setNear] = useState(false);
  if (useObservable(packDialog) && !isNear) setNear(true);
  useEffect(() => {
    const element = ref.current;
    if (isNear || element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isNear]);
  return { ref, isNear, setNear: () => setNear(true) };
}
