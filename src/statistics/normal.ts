/** Two-sided quantiles of the standard normal distribution. */
export const Z_95 = 1.959963984540054;
export const Z_80 = 1.2815515655446004;
