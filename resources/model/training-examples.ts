import { contentHash } from '../../shared/analysis/focus/content-hash.ts'
import { extractFeatures } from '../../shared/analysis/focus/extract-features.ts'
import type { Place, TextReader } from '../../shared/analysis/focus/extract-features.ts'
import { createFeatureTable } from '../../shared/analysis/focus/feature-table.ts'
import type { FeatureTable } from '../../shared/analysis/focus/feature-table.ts'
import { createRun, readPassage } from '../../shared/analysis/focus/first-pass.ts'
import type { RunPassage, RunText } from '../../shared/analysis/focus/first-pass.ts'
import { FOCI } from '../../shared/model/focus.ts'
import type { LabelledPassage } from './read-labels.ts'
import type { TrainingSettings } from './training-settings.ts'

export interface Example {
  passage: LabelledPassage
  read: RunPassage
  label: number
  weight: number
  secondWeight: number
  fold: number
}

const CLASSES = FOCI.length

/** A number from 0 to 1 that depends on the text alone, so that nothing changes when passages are added. */
const chance = (text: string): number => Number.parseInt(contentHash(text).slice(0, 8), 16) / 2 ** 32

/** Reads the passages and settles what each counts and in which fold it is; all of a body in one. */
export function prepareExamples(
  passages: readonly LabelledPassage[],
  settings: TrainingSettings,
  reader: TextReader,
): Example[] {
  const counts = new Map<string, number>()
  for (const passage of passages) counts.set(passage.focus, (counts.get(passage.focus) ?? 0) + 1)
  const run = createRun()
  return passages.map((passage) => {
    const isReal = passage.org !== ''
    const customerTerms = chance(`terms ${passage.text}`) < settings.withoutTerms ? [] : passage.customerTerms
    const rarity = (passages.length / CLASSES / (counts.get(passage.focus) ?? 1)) ** settings.balance
    const sureness = passage.sure === 1 ? settings.guessWeight : 1
    return {
      passage,
      read: readPassage({ ...passage, customerTerms }, reader, run),
      label: FOCI.indexOf(passage.focus),
      weight: (isReal ? 1 : settings.authoredWeight) * sureness * rarity,
      secondWeight: (isReal ? 1 : settings.authoredSecondWeight) * sureness,
      fold: Math.floor(chance(`fold ${isReal ? passage.org : passage.kind}`) * settings.folds),
    }
  })
}

/** The features that enough passages have, and how rare they are. */
export function buildTable(
  examples: readonly Example[],
  settings: TrainingSettings,
): { table: FeatureTable; hashes: Uint32Array<ArrayBuffer>; size: number } {
  const passagesWith = new Map<number, number>()
  for (const { read } of examples) {
    const seen = new Set<number>()
    const see = (part: RunText | null, place: Place) => {
      if (part !== null) extractFeatures(part.read, place, part.marks, (feature) => void seen.add(feature))
    }
    see(read.text, 'text')
    see(read.item, 'item')
    see(read.before, 'neighbour')
    see(read.after, 'neighbour')
    for (const feature of seen) passagesWith.set(feature, (passagesWith.get(feature) ?? 0) + 1)
  }
  const hashes = Uint32Array.from(
    [...passagesWith].filter(([, count]) => count >= settings.leastPassages).map(([feature]) => feature),
  ).toSorted()
  // Rounded as in the file, so that the trained model and the loaded one are the same.
  const idf = Float32Array.from(
    hashes,
    (feature) => Math.round(Math.log(1 + examples.length / (passagesWith.get(feature) ?? 1)) * 1000) / 1000,
  )
  return { table: createFeatureTable(hashes, idf), hashes, size: hashes.length }
}
