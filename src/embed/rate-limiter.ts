/** Lets so many calls through in each second; what comes beyond is not worth an answer. */
export function createRateLimiter(most: number, now: () => number): () => boolean {
  let begun = Number.NEGATIVE_INFINITY;
  let left = 0;
  return () => {
    if (now() - begun >= 1000) {
      begun = now();
      left = most;
    }
    left -= 1;
    return left >= 0;
  };
}
