import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'
import { customerSchema } from '../../shared/model/customers.ts'
import type { Library } from './library.ts'

/** One customer before and after; null where it was not, or is no longer, in the register. */
export const customerChangeSchema = z.object({
  before: customerSchema.nullable(),
  after: customerSchema.nullable(),
})
export type CustomerChange = z.infer<typeof customerChangeSchema>

const verdict = z.enum(['is', 'is-not']).nullable()
/** What a person said of a mention; words are known by their hashes. */
export const verdictChangeSchema = z.object({
  customerId: z.string(),
  formKey: z.string(),
  textKey: z.string(),
  before: verdict,
  after: verdict,
})
export type VerdictChange = z.infer<typeof verdictChangeSchema>

/** Writes one side of the changes. A name that somebody else has by now is a `conflict`, and nothing is changed. */
export function applyCustomers(
  library: Library,
  changes: readonly CustomerChange[],
  to: 'before' | 'after',
): void {
  const from = to === 'after' ? 'before' : 'after'
  // Names may pass from one to another within a change.
  for (const change of changes) {
    const gone = change[from]
    if (gone !== null) library.customers.remove(gone.id)
  }
  for (const change of changes) {
    const wanted = change[to]
    if (wanted === null) continue
    const twin = library.customers.idByName(wanted.name)
    if (twin !== null && twin !== wanted.id) throw new ServiceError('conflict')
    library.customers.put(wanted)
  }
}

export function applyVerdicts(
  library: Library,
  changes: readonly VerdictChange[],
  to: 'before' | 'after',
): void {
  for (const change of changes)
    library.customers.setVerdict(
      { customer_id: change.customerId, form_key: change.formKey, text_key: change.textKey },
      change[to],
    )
}
