import { z } from 'zod'
import { assembleAnalysis } from '../../shared/analysis/assemble-analysis.ts'
import { classifierInputs } from '../../shared/analysis/classifier-inputs.ts'
import { classifyPassages } from '../../shared/analysis/focus/classify-passages.ts'
import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { Document } from '../../shared/model/document.ts'
import { classificationSchema } from '../../shared/model/focus.ts'
import type { Classification, ClassifierInput } from '../../shared/model/focus.ts'
import { loadFocusModel } from './load-focus-model.ts'
import type { Partner } from './partner.ts'
import type { WorkerContext } from './worker-messages.ts'

const model = loadFocusModel()

/** Passages that are classified together, so that what they share is read once. */
const BATCH = 200
const inputsSchema = z.array(
  z.custom<ClassifierInput>((value) => typeof value === 'object' && value !== null),
)
const answersSchema = z.array(classificationSchema)

export interface AnalysisInChild {
  readonly fileName: string
  readonly context: WorkerContext
  /** Another child that takes a part of the passages. */
  readonly partner: Partner | null
  readonly onProgress: (stage: 'structuring' | 'classifying', fraction: number) => void
}

/** What a document says of its meeting, with the shipped model; the same whether a partner helps or not. */
export async function analyseInChild(
  document: Document,
  { fileName, context, partner, onProgress }: AnalysisInChild,
): Promise<AnalysedDocument> {
  onProgress('structuring', 0)
  const structured = structureDocument(document, { fileName, dateOrder: context.dateOrder })
  const inputs = classifierInputs(structured, context.customerTerms ?? structured.customerTerms)
  onProgress('classifying', 0)
  const classified = await classifyTogether(inputs, partner, (done) =>
    onProgress('classifying', done / inputs.length),
  )
  onProgress('classifying', 1)
  const pages = document.paged ? Math.max(1, document.pages.length) : null
  return assembleAnalysis(structured, pages, classified)
}

/** The helper's side: what it is given. */
export function classifyForPartner(unchecked: unknown): Classification[] {
  return classifyInBatches(inputsSchema.parse(unchecked))
}

async function classifyTogether(
  inputs: readonly ClassifierInput[],
  partner: Partner | null,
  onDone: (done: number) => void,
): Promise<Classification[]> {
  const own = Math.ceil(inputs.length / (2 * BATCH)) * BATCH
  const others = inputs.slice(own)
  if (!partner?.isThere || others.length === 0) return classifyInBatches(inputs, onDone)
  partner.say('classify', others)
  const first = classifyInBatches(inputs.slice(0, own), onDone)
  const { data } = answersSchema.safeParse(await partner.hear('classified'))
  return [...first, ...(data?.length === others.length ? data : classifyInBatches(others))]
}

function classifyInBatches(
  inputs: readonly ClassifierInput[],
  onDone?: (done: number) => void,
): Classification[] {
  const classified: Classification[] = []
  for (let from = 0; from < inputs.length; from += BATCH) {
    for (const answer of classifyPassages(inputs.slice(from, from + BATCH), model)) classified.push(answer)
    onDone?.(classified.length)
  }
  return classified
}
