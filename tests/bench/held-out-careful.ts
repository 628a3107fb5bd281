import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { loadCarefulModel } from '../../electron/worker/careful-model.ts'
import { mixProbabilities } from '../../shared/analysis/focus/refine-classification.ts'
import { focusProbabilitiesSchema } from '../../shared/model/focus.ts'
import type { HeldOutPassage } from './held-out-predictions.ts'
import type { LabelledPassage } from '../../resources/model/read-labels.ts'

const cacheSchema = z.object({ key: z.string(), said: z.record(z.string(), focusProbabilitiesSchema) })

const FOLDS = join(import.meta.dirname, '..', '..', 'resources', 'model', 'careful', 'folds')

/**
 * The same passages as both models together answer them, neither having seen their bodies: the careful model in
 * `folders[N]` answers for those of resources/model/careful/folds/fold-N.txt. Bodies of no fold are left out. `cache` is
 * a folder that keeps the answers.
 */
export async function heldOutBoth(
  passages: readonly HeldOutPassage[],
  folders: readonly string[],
  cache: string,
): Promise<HeldOutPassage[]> {
  const said = await carefulAnswers(
    passages.map(({ passage }) => passage),
    folders,
    join(cache, 'held-out-careful.json'),
  )
  return passages.flatMap(({ passage, probabilities }) => {
    const careful = said[passage.id]
    return careful === undefined ? [] : [{ passage, probabilities: mixProbabilities(probabilities, careful) }]
  })
}

async function carefulAnswers(
  passages: readonly LabelledPassage[],
  folders: readonly string[],
  path: string,
): Promise<z.infer<typeof cacheSchema>['said']> {
  const hash = createHash('sha256').update(JSON.stringify(passages))
  for (const folder of folders) hash.update(readFileSync(join(folder, 'careful.json')))
  const key = hash.digest('hex')
  const kept = existsSync(path) ? cacheSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data : null
  if (kept?.key === key) return kept.said
  const said: z.infer<typeof cacheSchema>['said'] = {}
  for (const [fold, folder] of folders.entries()) {
    const bodies = new Set(readFileSync(join(FOLDS, `fold-${fold}.txt`), 'utf8').split('\n'))
    const own = passages.filter(({ org }) => bodies.has(org))
    const loaded = await loadCarefulModel(folder)
    if (!loaded.ok) throw new Error(`${folder}: ${loaded.reason}`)
    console.error(`asking ${folder} about ${own.length} passages`)
    const answers = await loaded.model.classify(own)
    own.forEach(({ id }, at) => {
      const answer = answers[at]
      if (answer !== undefined) said[id] = answer.probabilities
    })
    await loaded.model.close()
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ key, said }))
  return said
}
