import type { Customer, Portfolio } from '../../model/customers.ts'
import type { NamingPassage } from './measure-attention.ts'

/** The currency of most values; the first in the register's order where several have as many. */
export function mainCurrency(customers: readonly Pick<Customer, 'value' | 'currency'>[]): string | null {
  const counts = new Map<string, number>()
  for (const { value, currency } of customers)
    if (value !== null && currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  let main: string | null = null
  for (const [currency, count] of counts)
    if (main === null || count > (counts.get(main) ?? 0)) main = currency
  return main
}

/** A value that can be compared with the others: in the main currency, or in none. */
export function comparableValue(
  { value, currency }: Pick<Customer, 'value' | 'currency'>,
  main: string | null,
): number | null {
  return value === null || (currency !== null && currency !== main) ? null : value
}

/** The register by value, the largest first; unknown and foreign values after, by the user's own order. */
export function byValue<T extends Pick<Customer, 'value' | 'currency' | 'position'>>(
  customers: readonly T[],
): T[] {
  const main = mainCurrency(customers)
  const worth = (customer: T): number => comparableValue(customer, main) ?? -1
  return customers.toSorted((a, b) => worth(b) - worth(a) || a.position - b.position)
}

/**
 * Share of value against share of attention by segment, archived customers left out. A passage that names customers of
 * several segments is shared out evenly, so that the shares add up to 1. Unknown values are counted, never guessed.
 */
export function measurePortfolio(
  customers: readonly Customer[],
  naming: readonly NamingPassage[],
  isSilent: (id: string) => boolean,
): Portfolio {
  const live = customers.filter(({ archived }) => !archived)
  const currency = mainCurrency(live)
  const segmentOf = new Map(live.map(({ id, segment }) => [id, segment]))
  const segments = new Map<string | null, Portfolio['segments'][number]>()
  let otherCurrencies = 0
  let totalValue = 0
  for (const customer of live) {
    const { segment } = customer
    const row = segments.get(segment) ?? {
      segment,
      customers: 0,
      value: 0,
      unknownValues: 0,
      valueShare: null,
      passages: 0,
      attentionShare: null,
      silent: 0,
    }
    segments.set(segment, row)
    row.customers += 1
    if (isSilent(customer.id)) row.silent += 1
    const value = comparableValue(customer, currency)
    if (value === null) {
      row.unknownValues += 1
      if (customer.value !== null) otherCurrencies += 1
    } else {
      row.value += value
      totalValue += value
    }
  }
  const named = new Map<string, Set<string | null>>()
  for (const { passageId, customerId } of naming) {
    const segment = segmentOf.get(customerId)
    if (segment === undefined) continue
    named.set(passageId, (named.get(passageId) ?? new Set()).add(segment))
  }
  for (const touched of named.values())
    for (const segment of touched) {
      const row = segments.get(segment)
      if (row !== undefined) row.passages += 1 / touched.size
    }
  const totalPassages = named.size
  for (const row of segments.values()) {
    if (totalValue > 0) row.valueShare = Math.min(1, row.value / totalValue)
    if (totalPassages > 0) row.attentionShare = Math.min(1, row.passages / totalPassages)
  }
  return {
    currency,
    otherCurrencies,
    totalValue,
    totalPassages,
    segments: [...segments.values()].toSorted(
      (a, b) =>
        Number(a.segment === null) - Number(b.segment === null) ||
        b.value - a.value ||
        (a.segment ?? '').localeCompare(b.segment ?? ''),
    ),
  }
}
