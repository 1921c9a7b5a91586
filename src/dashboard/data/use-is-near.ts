import { type RefObject, useEffect, useRef, useState } from "react";

/** Whether an element has ever been near the viewport. */
export function useIsNear<T extends HTMLElement>(): {
  ref: RefObject<T | null>;
  isNear: boolean;
  setNear: () => void;
} {
  const ref = useRef<T>(null);
  const [isNear, setNear] = useState(false);
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
