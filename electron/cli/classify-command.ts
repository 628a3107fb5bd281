import { createInterface } from 'node:readline'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import type { Classification, ClassifierInput } from '../../shared/model/focus.ts'
import { createBothModels } from '../worker/both-models.ts'
import { createCarefulClient } from '../worker/careful-client.ts'
import type { CarefulClient } from '../worker/careful-client.ts'
import { loadFocusModel } from '../worker/load-focus-model.ts'
import type { Output } from './output.ts'
import { classifyInputShape, classifyShape } from './shapes.ts'

/** Lines classified in one call: neighbours are read once, and the answer to a long stream starts early. */
const TOGETHER = 256

interface Asked {
  readonly id: string | number
  readonly input: ClassifierInput
}

/**
 * `classify`: JSON lines in, JSON lines out, in the same order, by both models where both are there. Answers whether
 * every line was understood.
 */
export async function classifyCommand(
  options: { readonly customerTerms: string[] | null; readonly fast: boolean },
  input: NodeJS.ReadableStream,
  output: Output,
): Promise<boolean> {
  const careful = options.fast ? null : createCarefulClient()
  try {
    return await classifyLines(options.customerTerms, input, output, careful)
  } finally {
    careful?.close()
  }
}

async function classifyLines(
  customerTerms: string[] | null,
  input: NodeJS.ReadableStream,
  output: Output,
  careful: CarefulClient | null,
): Promise<boolean> {
  const model = loadFocusModel()
  const both = careful && createBothModels({ client: careful, fast: loadFocusModel })
  const classify = async (inputs: ClassifierInput[]): Promise<Classification[]> =>
    (await both?.classify(inputs)) ?? classifyPassages(inputs, model)
  let understood = true
  let number = 0
  let batch: Asked[] = []
  const flush = async (): Promise<void> => {
    const answers = await classify(batch.map((asked) => asked.input))
    for (const [index, answer] of answers.entries()) {
      const id = batch[index]?.id
      if (id !== undefined) await output.json(classifyShape, { ...answer, id })
    }
    batch = []
  }
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const asked = readLine(line, customerTerms)
    if (asked) batch.push(asked)
    else {
      understood = false
      output.say(`Line ${number} was not understood.`)
    }
    if (batch.length >= TOGETHER) await flush()
  }
  await flush()
  return understood
}

function readLine(line: string, customerTerms: string[] | null): Asked | null {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return null
  }
  const parsed = classifyInputShape.safeParse(json)
  if (!parsed.success) return null
  const { id, text, item, before, after } = parsed.data
  const terms = parsed.data.customerTerms ?? customerTerms ?? []
  return {
    id,
    input: { text, item: item ?? '', before: before ?? '', after: after ?? '', customerTerms: terms },
  }
}
