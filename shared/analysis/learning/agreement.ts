/** 97.5 % of the standard normal distribution. */
const Z = 1.959964

/** A proportion with its 95 % interval (Wilson 1927), which holds for few and for extreme counts too. */
export function agreementOf(agreed: number, of: number): { agreed: number; low: number; high: number } {
  if (of === 0) return { agreed: 0, low: 0, high: 1 }
  const p = agreed / of
  const z2 = Z * Z
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of))
  return { agreed, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
