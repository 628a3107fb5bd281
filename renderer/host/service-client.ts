import type { z } from 'zod'
import { replySchema } from '../../shared/contract/client.ts'
import type { HostBridge, ServiceClient } from '../../shared/contract/client.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { serviceEventSchema } from '../../shared/contract/events.ts'
import { procedures } from '../../shared/contract/procedures.ts'
import type { ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'

/** The table as one generic lookup, so that each name keeps its own output type. */
const outputs: { readonly [N in ProcedureName]: { readonly output: z.ZodType<ProcedureOutput<N>> } } =
  procedures

/**
 * A typed client over a host's bridge. Every reply and every event is parsed before anything sees it.
 * Failures are thrown as ServiceError with the contract's code.
 */
export function createServiceClient(bridge: HostBridge): ServiceClient {
  return {
    async call(name, input) {
      const reply = replySchema.safeParse(await bridge.call(name, input))
      if (!reply.success) throw new ServiceError('internal', { cause: reply.error })
      if (!reply.data.ok) throw new ServiceError(reply.data.failure.code)
      try {
        return outputs[name].output.parse(reply.data.value)
      } catch (cause) {
        throw new ServiceError('internal', { cause })
      }
    },
    subscribe(listener) {
      return bridge.subscribe((raw) => {
        const event = serviceEventSchema.safeParse(raw)
        if (event.success) listener(event.data)
      })
    },
  }
}
