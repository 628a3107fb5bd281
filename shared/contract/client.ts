import { z } from 'zod'
import { failureSchema } from './errors.ts'
import type { ServiceEvent } from './events.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from './procedures.ts'

/** How every answer crosses a host's boundary. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
])
export type Reply = z.infer<typeof replySchema>

/** The two functions a host gives the page (desktop: `window.emptyChair`). */
export interface HostBridge {
  call(name: string, input: unknown): Promise<unknown>
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: unknown) => void): () => void
}

/** The same with types, after parsing. */
export interface ServiceClient {
  call<N extends ProcedureName>(name: N, input: ProcedureInput<N>): Promise<ProcedureOutput<N>>
  subscribe(listener: (event: ServiceEvent) => void): () => void
}
