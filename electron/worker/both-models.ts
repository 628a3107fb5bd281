import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { CarefulAnswer } from '../../shared/analysis/focus/careful-answer.ts'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import { createExplanations } from '../../shared/analysis/focus/explain-focus.ts'
import type { FocusModel } from '../../shared/analysis/focus/focus-model.ts'
import { CAREFUL_WEIGHT, refineClassification } from '../../shared/analysis/focus/refine-classification.ts'
import type { Classification, ClassifierInput } from '../../shared/model/focus.ts'
import { PASSAGES_PER_MESSAGE } from './careful-messages.ts'
import type { CarefulClassifyOptions, CarefulClient, CarefulModelInfo } from './careful-client.ts'

/** What the careful model said before, by a SHA-256 over model and input. */
export interface AnswerCache {
  find(keys: readonly string[]): ReadonlyMap<string, CarefulAnswer>
  keep(answers: ReadonlyMap<string, CarefulAnswer>): void
}

export interface BothModels {
  readonly client: CarefulClient
  /** Names the pair of models and how they are joined; null while the fast one answers alone. */
  name(): Promise<string | null>
  /** Both models' opinion of each input, in order; null where only the fast one can answer, or when aborted. */
  classify(
    inputs: readonly ClassifierInput[],
    options?: CarefulClassifyOptions,
  ): Promise<Classification[] | null>
}

export interface BothModelsOptions {
  readonly client: CarefulClient
  /** Loaded when it is first needed. */
  readonly fast: () => FocusModel
  readonly cache?: AnswerCache
}

/** Passages between two looks at what else is to be done: some tens of milliseconds. */
const AT_A_TIME = 100

/** Joins the fast model, in this process, and the careful one, in its child. */
export function createBothModels({ client, fast, cache }: BothModelsOptions): BothModels {
  const answersTo = async (
    inputs: readonly ClassifierInput[],
    info: CarefulModelInfo,
    { signal, onProgress }: CarefulClassifyOptions,
  ): Promise<CarefulAnswer[] | null> => {
    const keys = inputs.map((input) => keyOf(input, info.hash))
    const known = new Map(cache?.find(keys))
    const missing = new Map<string, ClassifierInput>()
    keys.forEach((key, at) => {
      const input = inputs[at]
      if (input && !known.has(key)) missing.set(key, input)
    })
    const asked = [...missing]
    // Kept message by message, so that little is lost when this is ended.
    for (let from = 0; from < asked.length; from += PASSAGES_PER_MESSAGE) {
      const part = asked.slice(from, from + PASSAGES_PER_MESSAGE)
      const before = inputs.length - asked.length + from
      const given = await client.classify(
        part.map(([, input]) => input),
        { signal, onProgress: (done) => onProgress?.(before + done) },
      )
      if (given === null) return null
      const news = new Map<string, CarefulAnswer>()
      part.forEach(([key], at) => {
        const answer = given[at]
        if (answer) news.set(key, answer)
      })
      for (const [key, answer] of news) known.set(key, answer)
      cache?.keep(news)
    }
    onProgress?.(inputs.length)
    return keys.flatMap((key) => known.get(key) ?? [])
  }

  return {
    client,
    name: async () => {
      const info = await client.available()
      return info && sha256([info.hash, fast().info.hash, CAREFUL_WEIGHT]).slice(0, 32)
    },
    async classify(inputs, options = {}) {
      const info = await client.available()
      if (info === null) return null
      const answers = await answersTo(inputs, info, options)
      if (answers === null || answers.length !== inputs.length) return null
      const model = fast()
      const explain = createExplanations(model)
      const refined: Classification[] = []
      for (let from = 0; from < inputs.length; from += AT_A_TIME) {
        const part = inputs.slice(from, from + AT_A_TIME)
        classifyPassages(part, model).forEach((said, at) => {
          const input = part[at]
          const careful = answers[from + at]
          if (input && careful)
            refined.push(
              refineClassification(input, said, careful, { voiceThreshold: info.voiceThreshold, explain }),
            )
        })
        await setImmediate()
        if (options.signal?.aborted) return null
      }
      return refined
    },
  }
}

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const keyOf = ({ text, item, before, after, customerTerms }: ClassifierInput, model: string): string =>
  sha256([model, text, item, before, after, customerTerms])
