import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFocusModel } from '../../shared/analysis/focus/focus-model.ts'
import { tokenize } from '../../shared/analysis/focus/tokenize.ts'
import { buildWordVectors } from './build-word-vectors.ts'
import { readAuthoredPassages, readPublicPassages, readRealPassages } from './read-labels.ts'
import { trainFocusModel } from './train-focus-model.ts'
import { TRAINING_SETTINGS } from './training-settings.ts'

const MODEL_VERSION = '1.0.0'
const COMMONEST_WORDS = 30_000

const modelPath = join(import.meta.dirname, 'focus-model.json')
const vectorsPath = join(import.meta.dirname, 'word-vectors.bin')

/** Written beside and then renamed, so that a model is there whole or not at all. */
function write(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content)
  renameSync(`${path}.new`, path)
}

const authored = readAuthoredPassages()
const real = readRealPassages()
console.log(`${authored.length} passages in our own words`)
console.log(
  real === null
    ? 'No labels of real documents here (EMPTY_CHAIR_DATA, else ../shared): training on our own words alone.'
    : `${real.length} passages of real documents`,
)
const others = readPublicPassages()
console.log(
  others === null
    ? 'No passages of other public documents here (EMPTY_CHAIR_PUBLIC_PASSAGES).'
    : `${others.length} passages of other public documents`,
)
const passages = [...authored, ...(real ?? []), ...(others ?? [])]

if (process.argv.includes('--vectors') || !existsSync(vectorsPath)) {
  console.log('Pruning the word vectors')
  const wanted = new Set<string>()
  for (const { text, item, before, after } of passages)
    for (const part of [text, item, before, after]) for (const { word } of tokenize(part)) wanted.add(word)
  write(vectorsPath, buildWordVectors(COMMONEST_WORDS, wanted))
}
const vectors = new Uint8Array(readFileSync(vectorsPath))

const started = performance.now()
const file = trainFocusModel(passages, vectors, TRAINING_SETTINGS, MODEL_VERSION)
parseFocusModel(file, vectors)
write(modelPath, `${JSON.stringify(file)}\n`)
console.log(
  `Model ${file.version} ${file.contentHash}: ${file.features.count} features, ${Math.round((performance.now() - started) / 1000)} s`,
)
console.log('By-body folds inside the training', file.training.scores)

const workAt = process.argv.indexOf('--careful')
if (workAt >= 0) {
  const work = process.argv[workAt + 1]
  if (work === undefined) throw new Error('--careful names a folder for the runs of the careful model')
  const script = join(import.meta.dirname, 'careful', 'train-all.sh')
  process.exitCode = spawnSync('bash', [script, work], { stdio: 'inherit' }).status ?? 1
} else
  console.log('The careful model is trained by: npm run train -- --careful FOLDER (resources/model/careful)')
