import { FOCI } from '../../model/focus.ts'
import type { Classification, ClassifierInput } from '../../model/focus.ts'
import { customerQuestions } from './customer-questions.ts'
import { markCustomers, prepareCustomerTerms } from './customer-words.ts'
import type { CustomerTerms } from './customer-words.ts'
import { decidingWords } from './deciding-words.ts'
import { NEIGHBOUR_CHARACTERS, readText } from './extract-features.ts'
import type { ReadText } from './extract-features.ts'
import type { FocusModel } from './focus-model.ts'
import { vectorizePassage } from './passage-vector.ts'
import type { PassageVector, ReadPassage } from './passage-vector.ts'
import { SECOND_PASS_COLUMNS, secondPassVector, softmax } from './second-pass.ts'
import type { Surroundings } from './second-pass.ts'

const CLASSES = FOCI.length

/** What one run of passages shares: texts are read once, also as neighbours. */
interface Run {
  texts: Map<string, ReadText>
  alone: Map<string, Float64Array>
  terms: Map<string, CustomerTerms>
}

export function classifyPassage(input: ClassifierInput, model: FocusModel): Classification {
  return classify(input, model, { texts: new Map(), alone: new Map(), terms: new Map() })
}

/** Classifies passages in the order given; those of one document in one call share the reading of neighbours. */
export function classifyPassages(inputs: readonly ClassifierInput[], model: FocusModel): Classification[] {
  const run: Run = { texts: new Map(), alone: new Map(), terms: new Map() }
  return inputs.map((input) => {
    if (run.texts.size > MOST_KEPT) run.texts.clear()
    if (run.alone.size > MOST_KEPT) run.alone.clear()
    return classify(input, model, run)
  })
}

const MOST_KEPT = 2000

function classify(input: ClassifierInput, model: FocusModel, run: Run): Classification {
  const passage = readPassage(input, model, run)
  const vector = vectorizePassage(passage, model.table, model.scales, model.dimensions)
  const around: Surroundings = {
    text: firstPass(vector, model),
    item: input.item === '' ? null : alone(passage.item, null, passage.terms, `\n${input.item}`, model, run),
    before:
      passage.before === null
        ? null
        : alone(passage.before, passage.item, passage.terms, `${input.before}\n${input.item}`, model, run),
    after:
      passage.after === null
        ? null
        : alone(passage.after, passage.item, passage.terms, `${input.after}\n${input.item}`, model, run),
  }
  const probabilities = softmax(secondPass(around, model))
  let winner = 0
  let runnerUp = 1
  for (let k = 1; k < CLASSES; k += 1) {
    if ((probabilities[k] ?? 0) > (probabilities[winner] ?? 0)) {
      runnerUp = winner
      winner = k
    } else if (
      k !== winner &&
      (runnerUp === winner || (probabilities[k] ?? 0) > (probabilities[runnerUp] ?? 0))
    )
      runnerUp = k
  }
  const focus = FOCI[winner] ?? 'other'
  const isCustomer = focus === 'customer'
  const aboutCustomers = isCustomer || focus === 'customer-in-numbers'
  return {
    focus,
    confidence: probabilities[winner] ?? 0,
    probabilities: {
      customer: probabilities[0] ?? 0,
      'customer-in-numbers': probabilities[1] ?? 0,
      numbers: probabilities[2] ?? 0,
      other: probabilities[3] ?? 0,
      procedural: probabilities[4] ?? 0,
    },
    fromCustomers: isCustomer && voiceProbability(vector, model) >= model.voiceThreshold,
    topics: aboutCustomers
      ? customerQuestions(passage.text.stems, markCustomers(passage.text.stems, passage.terms))
      : [],
    evidence: decidingWords(input.text, passage.text, passage.terms, model, winner, runnerUp),
  }
}

/** Reads a passage with what stands around it; neighbours only as far as they touch it. */
export function readPassage(
  input: ClassifierInput,
  model: Pick<FocusModel, 'reader'>,
  run?: Run,
): ReadPassage {
  const read = (text: string): ReadText => {
    const known = run?.texts.get(text)
    if (known !== undefined) return known
    const fresh = readText(text, model.reader)
    run?.texts.set(text, fresh)
    return fresh
  }
  const key = input.customerTerms.join('\n')
  const terms = run?.terms.get(key) ?? prepareCustomerTerms(input.customerTerms)
  run?.terms.set(key, terms)
  return {
    text: read(input.text),
    item: read(input.item),
    before: input.before.trim() === '' ? null : read(input.before.slice(-NEIGHBOUR_CHARACTERS)),
    after: input.after.trim() === '' ? null : read(input.after.slice(0, NEIGHBOUR_CHARACTERS)),
    terms,
  }
}

/** Logits of a text by itself, under its item but without neighbours. */
function alone(
  text: ReadText,
  item: ReadText | null,
  terms: CustomerTerms,
  key: string,
  model: FocusModel,
  run: Run,
): Float64Array {
  const known = run.alone.get(key)
  if (known !== undefined) return known
  const logits = firstPassAlone(text, item, terms, model)
  run.alone.set(key, logits)
  return logits
}

/** What `alone` remembers; also used in training. */
export function firstPassAlone(
  text: ReadText,
  item: ReadText | null,
  terms: CustomerTerms,
  model: Pick<FocusModel, 'reader' | 'table' | 'scales' | 'dimensions' | 'first'>,
): Float64Array {
  const passage = { text, item: item ?? readText('', model.reader), before: null, after: null, terms }
  return firstPass(vectorizePassage(passage, model.table, model.scales, model.dimensions), model)
}

/** Logits from the passage's own words, its item's and its neighbours'. */
export function firstPass(vector: PassageVector, model: Pick<FocusModel, 'first'>): Float64Array {
  const { first } = model
  const bias = first.length - CLASSES
  const logits = new Float64Array(CLASSES)
  for (let k = 0; k < CLASSES; k += 1) logits[k] = first[bias + k] ?? 0
  for (let i = 0; i < vector.columns.length; i += 1) {
    const base = (vector.columns[i] ?? 0) * CLASSES
    const value = vector.values[i] ?? 0
    for (let k = 0; k < CLASSES; k += 1) logits[k] = (logits[k] ?? 0) + value * (first[base + k] ?? 0)
  }
  return logits
}

function secondPass(around: Surroundings, model: FocusModel): Float64Array {
  const vector = secondPassVector(around)
  const logits = new Float64Array(CLASSES)
  for (let k = 0; k < CLASSES; k += 1) {
    let logit = model.second[SECOND_PASS_COLUMNS * CLASSES + k] ?? 0
    for (let c = 0; c < SECOND_PASS_COLUMNS; c += 1)
      logit += (vector[c] ?? 0) * (model.second[c * CLASSES + k] ?? 0)
    logits[k] = logit
  }
  return logits
}

function voiceProbability(vector: PassageVector, model: FocusModel): number {
  let logit = model.voice.at(-1) ?? 0
  for (let i = 0; i < vector.columns.length; i += 1)
    logit += (vector.values[i] ?? 0) * (model.voice[vector.columns[i] ?? 0] ?? 0)
  return 1 / (1 + Math.exp(-logit))
}
