import { type RefObject, useEffect, useRef, useState } from "react";
import { useObservable } from "#lib/observable.ts";
import { packDialog } from "../panel/pack-registry.ts";

/**
 * Whether an element has ever been near the viewport, or wanted for a review pack; `isCurrent`: since `key` changed last.
 */
export function useIsNear<T extends HTMLElement>(
  key: unknown = null,
): { ref: RefObject<T | null>; isNear: boolean; isCurrent: boolean; setNear: () => void } {
  const ref = useRef<T>(null);
  const [isInSight, setInSight] = useState(false);
  const [seen, setSeen] = useState<{ key: unknown } | null>(null);
  const isCurrent = seen !== null && seen.key === key;
  const isPacking = useObservable(packDialog);
  if ((isInSight || isPacking) && !isCurrent) setSeen({ key });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) =>
      setInSight(entries.at(-1)?.isIntersecting ?? false),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, isNear: seen !== null, isCurrent, setNear: () => setSeen({ key }) };
}
