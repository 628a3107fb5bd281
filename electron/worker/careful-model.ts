import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InferenceSession } from 'onnxruntime-node'
import { z } from 'zod'
import type { CarefulAnswer } from '../../shared/analysis/focus/careful-answer.ts'
import { LONGEST_PASSAGE, encodePassage } from '../../shared/analysis/focus/encode-passage.ts'
import type { EncodedPassage } from '../../shared/analysis/focus/encode-passage.ts'
import { createWordPiece } from '../../shared/analysis/focus/wordpiece.ts'
import type { WordPiece } from '../../shared/analysis/focus/wordpiece.ts'
import { FOCI, focusSchema } from '../../shared/model/focus.ts'
import type { ClassifierInput, FocusProbabilities } from '../../shared/model/focus.ts'

export const CAREFUL_FORMAT_VERSION = 1

/** What training says of the model it wrote (resources/model/careful/export.py). */
export const carefulDescriptionSchema = z.object({
  formatVersion: z.literal(CAREFUL_FORMAT_VERSION),
  foci: z.array(focusSchema).refine((foci) => foci.join() === FOCI.join(), 'foci in another order'),
  temperature: z.number().positive(),
  bias: z.array(z.number()).length(FOCI.length),
  voiceThreshold: z.number().min(0).max(1),
  longestPassage: z.literal(LONGEST_PASSAGE),
  trainedOn: z.int().positive(),
  dataHash: z.string(),
  modelHash: z.string(),
  vocabularyHash: z.string(),
})
export type CarefulDescription = z.infer<typeof carefulDescriptionSchema>

export interface CarefulModel {
  readonly description: CarefulDescription
  /** One answer per input, in order. Looks at the signal between batches and throws its reason. */
  classify(inputs: readonly ClassifierInput[], options?: { signal?: AbortSignal }): Promise<CarefulAnswer[]>
  close(): Promise<void>
}

/** `missing`: no such files. `unreadable`: damaged or of another version. `unsupported`: no runtime here. */
export type CarefulModelLoad =
  | { readonly ok: true; readonly model: CarefulModel }
  | { readonly ok: false; readonly reason: 'missing' | 'unreadable' | 'unsupported' }

/** Padded tokens in one batch: more wins no speed and costs memory. */
const TOKENS_PER_BATCH = 2048
const MOST_PASSAGES_PER_BATCH = 32

/**
 * Loads `careful.json`, `careful.onnx` and `careful-vocabulary.txt` from a folder.
 * Never throws for what is wrong with the files or the machine: the fast model answers alone then.
 */
export async function loadCarefulModel(
  folder: string,
  options: { threads?: number } = {},
): Promise<CarefulModelLoad> {
  let files: readonly [Buffer, Buffer, Buffer]
  try {
    files = await Promise.all([
      readFile(join(folder, 'careful.json')),
      readFile(join(folder, 'careful.onnx')),
      readFile(join(folder, 'careful-vocabulary.txt')),
    ])
  } catch {
    return { ok: false, reason: 'missing' }
  }
  const [descriptionFile, modelFile, vocabularyFile] = files
  const description = parseDescription(descriptionFile.toString('utf8'))
  if (
    !description ||
    sha256(modelFile) !== description.modelHash ||
    sha256(vocabularyFile) !== description.vocabularyHash
  ) {
    return { ok: false, reason: 'unreadable' }
  }
  let runtime: typeof import('onnxruntime-node')
  try {
    runtime = await import('onnxruntime-node')
  } catch {
    return { ok: false, reason: 'unsupported' }
  }
  try {
    const session = await runtime.InferenceSession.create(modelFile, {
      intraOpNumThreads: options.threads ?? 2,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      // Idle threads sleep: the import that feeds this model needs the processor more.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    })
    const wordPiece = createWordPiece(vocabularyFile.toString('utf8').split('\n').slice(0, -1))
    return { ok: true, model: createModel(description, session, runtime.Tensor, wordPiece) }
  } catch {
    return { ok: false, reason: 'unreadable' }
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function parseDescription(text: string): CarefulDescription | null {
  try {
    return carefulDescriptionSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function createModel(
  description: CarefulDescription,
  session: InferenceSession,
  Tensor: typeof import('onnxruntime-node').Tensor,
  wordPiece: WordPiece,
): CarefulModel {
  async function run(batch: readonly EncodedPassage[]): Promise<CarefulAnswer[]> {
    const length = batch.reduce((longest, { ids }) => Math.max(longest, ids.length), 0)
    const ids = new Int32Array(batch.length * length)
    const roles = new Int32Array(batch.length * length)
    batch.forEach((passage, row) => {
      ids.set(passage.ids, row * length)
      roles.set(passage.roles, row * length)
    })
    const shape = [batch.length, length]
    const feeds = { ids: new Tensor('int32', ids, shape), roles: new Tensor('int32', roles, shape) }
    // The file has a third output, the features under both heads, which nobody asks for here.
    const output = await session.run(feeds, ['focus', 'voice'])
    const focus = numbers(output['focus']?.data)
    const voice = numbers(output['voice']?.data)
    return batch.map((_, row) => ({
      probabilities: calibrated(focus.subarray(row * FOCI.length, (row + 1) * FOCI.length), description),
      fromCustomers: 1 / (1 + Math.exp(-(voice[row] ?? 0))),
    }))
  }

  return {
    description,
    async classify(inputs, { signal } = {}) {
      const encoded = inputs.map((input) => encodePassage(input, wordPiece))
      const answers: CarefulAnswer[] = []
      for (const batch of batchesByLength(encoded)) {
        signal?.throwIfAborted()
        const of = await run(batch.flatMap((at) => encoded[at] ?? []))
        batch.forEach((at, row) => {
          const answer = of[row]
          if (answer) answers[at] = answer
        })
      }
      return answers
    },
    close: () => session.release(),
  }
}

/** Indices in batches of passages of like length, so that little of a batch is padding. */
export function batchesByLength(passages: readonly { readonly ids: readonly number[] }[]): number[][] {
  const lengthOf = (at: number) => passages[at]?.ids.length ?? 0
  const order = passages.map((_, at) => at).toSorted((a, b) => lengthOf(a) - lengthOf(b))
  const batches: number[][] = []
  let batch: number[] = []
  for (const at of order) {
    const full =
      batch.length === MOST_PASSAGES_PER_BATCH || (batch.length + 1) * lengthOf(at) > TOKENS_PER_BATCH
    if (full && batch.length > 0) {
      batches.push(batch)
      batch = []
    }
    batch.push(at)
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

function numbers(data: unknown): Float32Array {
  if (!(data instanceof Float32Array)) throw new Error('the model answered in another type than trained')
  return data
}

/** Softmax of the logits over one temperature and with a bias for each focus (Guo et al. 2017). */
function calibrated(logits: Float32Array, { temperature, bias }: CarefulDescription): FocusProbabilities {
  const settled = Array.from(logits, (logit, at) => logit / temperature + (bias[at] ?? 0))
  const highest = Math.max(...settled)
  const powers = settled.map((value) => Math.exp(value - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const share = (at: number) => (powers[at] ?? 0) / total
  return {
    customer: share(0),
    'customer-in-numbers': share(1),
    numbers: share(2),
    other: share(3),
    procedural: share(4),
  }
}
