import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { beliefAnswerSchema, beliefRoleSchema, beliefRoundInputSchema } from '../../../shared/model/belief.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { LibraryStore } from '../../store/library-store.ts'

const FILE = 'belief.json'
const answersSchema = z.object({
  answers: z.array(z.object({ role: beliefRoleSchema, answer: beliefAnswerSchema })),
})

/** Gives the sample board the closed rounds that come with it, where it has none; a sample without them has none. */
export function addSampleRounds(
  { rounds, ...belief }: LibraryStore['belief'],
  boardId: Id,
  folder: string,
): void {
  const path = join(folder, FILE)
  if (rounds(boardId).length > 0 || !existsSync(path)) return
  for (const written of z.array(z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))) {
    const { answers } = answersSchema.parse(written)
    const round = belief.start(
      beliefRoundInputSchema.parse({ ...z.record(z.string(), z.unknown()).parse(written), boardId }),
    )
    for (const answer of answers) belief.answer(round.id, answer)
    belief.close(round.id)
  }
}
