export interface Spread {
  readonly median: number;
  /** The median of all runs lies between these with a chance of about 95 % (order statistics). */
  readonly low: number;
  readonly high: number;
}

/** Median and its confidence interval, which asks nothing of how the values are distributed. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(index)))] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  const reach = 0.98 * Math.sqrt(sorted.length);
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(middle - reach),
    high: at(middle + reach),
  };
}
