import { z } from 'zod'
import { searchHitSchema } from '../../shared/model/library.ts'
import type { Service } from '../service/service.ts'
import { boardNamed } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'

const searchShape = z.object({ total: z.int(), more: z.boolean(), hits: z.array(searchHitSchema) })

/** `search TEXT`: passages that hold the words, best first. */
export async function searchCommand(
  options: { readonly text: string; readonly board: string | null; readonly json: boolean },
  service: Service,
  output: Output,
): Promise<void> {
  const text = options.text.trim()
  if (text === '' || text.length > 300)
    throw new Misuse('search needs words to look for, at most 300 characters.')
  const board = options.board === null ? {} : { boardId: boardNamed(options.board, service) }
  const found = service.store.search({ text, limit: 100, ...board })
  if (options.json || !output.isTerminal) await output.json(searchShape, found)
  if (options.json) return
  output.say(`${found.more ? 'more than ' : ''}${found.total} ${found.total === 1 ? 'passage' : 'passages'}`)
  for (const hit of found.hits)
    output.say(`${hit.date ?? 'no date'}  ${hit.board}  ${hit.document}, page ${hit.page}\n  ${hit.text}`)
}
