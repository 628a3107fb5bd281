import type { z } from 'zod'
import type { Reply } from '../../shared/contract/client.ts'
import { ERROR_WORDS, ServiceError } from '../../shared/contract/errors.ts'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { procedureNames, procedures } from '../../shared/contract/procedures.ts'
import type { ParsedInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import { describeError } from './log.ts'
import type { Log } from './log.ts'

/** One function per procedure: a missing one is a type error. */
export type Handlers = {
  readonly [N in ProcedureName]: (input: ParsedInput<N>) => ProcedureOutput<N> | Promise<ProcedureOutput<N>>
}

// A method is compared loosely, so every handler fits this shape without a cast; the schemas beside it hold the types.
interface Bound {
  readonly input: z.ZodType
  readonly output: z.ZodType
  run(input: unknown): unknown
}

export const failed = (code: ErrorCode): Reply => ({
  ok: false,
  failure: { code, message: ERROR_WORDS[code] },
})

/**
 * Makes the one door to the core: parses the input, runs the handler, parses the output, and turns whatever goes
 * wrong into a Failure of the closed list. Causes go to the log by kind and place, never with their words, since
 * those may quote a document. Never throws.
 */
export function createDispatch(
  handlers: Handlers,
  log: Log,
): (name: unknown, input: unknown) => Promise<Reply> {
  const bound = new Map<unknown, Bound>(
    procedureNames.map((name) => [
      name,
      { input: procedures[name].input, output: procedures[name].output, run: handlers[name] },
    ]),
  )

  return async (name, input) => {
    const procedure = bound.get(name)
    if (!procedure) return failed('bad-request')
    let parsed: ReturnType<typeof procedure.input.safeParse>
    try {
      parsed = procedure.input.safeParse(input)
    } catch {
      // Getters and proxies of a hostile caller can throw while they are read.
      return failed('bad-request')
    }
    if (!parsed.success) return failed('bad-request')
    try {
      const value = await procedure.run(parsed.data)
      const answer = procedure.output.safeParse(value)
      if (answer.success) return { ok: true, value: answer.data }
      log({
        level: 'error',
        event: 'answer-misshapen',
        procedure: String(name),
        paths: answer.error.issues.slice(0, 5).map((issue) => issue.path.map(String).join('.')),
      })
      return failed('internal')
    } catch (error) {
      const code = error instanceof ServiceError ? error.code : 'internal'
      if (code === 'internal' || (error instanceof Error && error.cause !== undefined))
        log({ level: 'error', event: 'call-failed', procedure: String(name), code, ...describeError(error) })
      return failed(code)
    }
  }
}
