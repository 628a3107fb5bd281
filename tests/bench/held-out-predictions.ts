import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import { parseFocusModel } from '../../shared/analysis/focus/focus-model.ts'
import { focusProbabilitiesSchema } from '../../shared/model/focus.ts'
import type { FocusProbabilities } from '../../shared/model/focus.ts'
import { readAuthoredPassages, readRealPassages } from '../../resources/model/read-labels.ts'
import type { LabelledPassage } from '../../resources/model/read-labels.ts'
import { trainFocusModel } from '../../resources/model/train-focus-model.ts'
import { TRAINING_SETTINGS } from '../../resources/model/training-settings.ts'

export interface HeldOutPassage {
  passage: LabelledPassage
  /** The fast model's, trained without the passage's body. */
  probabilities: FocusProbabilities
}

/** Enough labels of one body to learn from some and measure on the rest. */
const LEAST_OF_A_BODY = 80
const FOLDS = 2

const cacheSchema = z.object({ key: z.string(), said: z.record(z.string(), focusProbabilitiesSchema) })

/**
 * Labelled passages of the bodies with enough of them, each with what the fast model says that was trained without
 * any of its fold's bodies. Null where the labels are not present. `cache` is a folder that keeps the answers.
 */
export function heldOutPredictions(cache: string): HeldOutPassage[] | null {
  const real = readRealPassages()
  if (real === null) return null
  const byBody = [...Map.groupBy(real, ({ org }) => org)]
    .filter(([, list]) => list.length >= LEAST_OF_A_BODY)
    .toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const folder = join(import.meta.dirname, '..', '..', 'resources', 'model')
  const bytes = new Uint8Array(readFileSync(join(folder, 'word-vectors.bin')))
  const key = createHash('sha256')
    .update(readFileSync(join(folder, 'focus-model.json')))
    .update(
      JSON.stringify([TRAINING_SETTINGS, FOLDS, LEAST_OF_A_BODY, real.map(({ id, focus }) => [id, focus])]),
    )
    .digest('hex')
  const path = join(cache, 'held-out-predictions.json')
  const kept = existsSync(path) ? cacheSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : null
  let said = kept?.data?.key === key ? kept.data.said : null
  if (said === null) {
    said = {}
    const all = [...readAuthoredPassages(), ...real]
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const own = byBody.filter((_, at) => at % FOLDS === fold)
      const bodies = new Set(own.map(([org]) => org))
      const without = all.filter(({ org }) => !bodies.has(org))
      console.error(`training on ${without.length} passages without ${bodies.size} bodies`)
      const model = parseFocusModel(trainFocusModel(without, bytes, TRAINING_SETTINGS, 'held-out'), bytes)
      const passages = own.flatMap(([, list]) => list)
      classifyPassages(passages, model).forEach(({ probabilities }, at) => {
        const id = passages[at]?.id
        if (id !== undefined && said !== null) said[id] = probabilities
      })
    }
    mkdirSync(cache, { recursive: true })
    writeFileSync(path, JSON.stringify({ key, said }))
  }
  const answers = said
  return byBody.flatMap(([, list]) =>
    list.flatMap((passage) => {
      const probabilities = answers[passage.id]
      return probabilities === undefined ? [] : [{ passage, probabilities }]
    }),
  )
}
