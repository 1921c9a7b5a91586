/**
 * Moves overlapping labels apart as little as possible, keeping their order. `wanted` are centres in pixels, top to
 * bottom; the result has a distance of at least `gap` and, if there is room, stays within 0 and `height`.
 */
export function spreadLabels(wanted: readonly number[], gap: number, height: number): number[] {
  const placed: number[] = [];
  for (const [at, centre] of wanted.entries()) {
    placed.push(Math.max(centre, at === 0 ? gap / 2 : (placed[at - 1] ?? 0) + gap));
  }
  let lowest = height - gap / 2;
  for (let at = placed.length - 1; at >= 0; at--) {
    const held = Math.min(placed[at] ?? 0, lowest);
    placed[at] = Math.max(held, gap / 2 + at * gap);
    lowest = (placed[at] ?? 0) - gap;
  }
  return placed;
}
