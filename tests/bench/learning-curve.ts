import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { applyLearned, indexLearned } from '../../shared/analysis/learning/apply-learned.ts'
import { LEARNING_SETTINGS, learnFromLabels } from '../../shared/analysis/learning/learn-from-labels.ts'
import { wordsKey } from '../../shared/analysis/learning/learning-features.ts'
import { wordHash } from '../../shared/analysis/focus/content-hash.ts'
import { scorePredictions } from '../../shared/analysis/focus/score-predictions.ts'
import type { ScoredPassage } from '../../shared/analysis/focus/score-predictions.ts'
import type { Focus, FocusProbabilities } from '../../shared/model/focus.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { heldOutBoth } from './held-out-careful.ts'
import { heldOutPredictions } from './held-out-predictions.ts'
import type { HeldOutPassage } from './held-out-predictions.ts'

/*
 * How much labels of a body help on the rest of its passages, by the number of labels per focus. The shipped model's
 * place is taken by the fast one trained without the body. "any": labels drawn at random; "mistakes": only passages
 * that the model had wrong, as people do who correct what they see. With a folder for each fold of the careful model
 * (resources/model/careful/README.md), exported without the fold's bodies, the same for both models together.
 * npm run learning-curve [-- CACHE_FOLDER [CAREFUL_WITHOUT_FOLD_0 CAREFUL_WITHOUT_FOLD_1]]
 */
const PER_FOCUS = [0, 1, 2, 4, 8, 16]
const DRAWS = 5

const leading = (probabilities: FocusProbabilities): Focus =>
  FOCI.toSorted((a, b) => probabilities[b] - probabilities[a])[0] ?? 'other'

/** Two halves, dealt focus by focus: one to learn from, one to measure on; the same at every run. */
function halves(body: readonly HeldOutPassage[], round: number): [HeldOutPassage[], HeldOutPassage[]] {
  const order = body.toSorted(
    (a, b) => wordHash(`${round} ${a.passage.id}`) - wordHash(`${round} ${b.passage.id}`),
  )
  const result: [HeldOutPassage[], HeldOutPassage[]] = [[], []]
  for (const list of Map.groupBy(order, ({ passage }) => passage.focus).values())
    list.forEach((one, at) => result[at % 2 === 0 ? 0 : 1].push(one))
  return result
}

function draw(half: readonly HeldOutPassage[], count: number, onlyMistakes: boolean): HeldOutPassage[] {
  const usable = half.filter(
    ({ passage, probabilities }) => !onlyMistakes || leading(probabilities) !== passage.focus,
  )
  return FOCI.flatMap((focus) => usable.filter(({ passage }) => passage.focus === focus).slice(0, count))
}

const settings = LEARNING_SETTINGS

const asExample = ({ passage, probabilities }: HeldOutPassage) => ({
  text: passage.text,
  item: passage.item,
  board: passage.org,
  probabilities,
  focus: passage.focus,
  fromCustomers: passage.fromCustomers,
})

function measure(bodies: readonly (readonly HeldOutPassage[])[], count: number, onlyMistakes: boolean) {
  const totals = {
    macroF1: 0,
    accuracy: 0,
    ece: 0,
    before: 0,
    customerF1: 0,
    share: 0,
    shareBefore: 0,
    labels: 0,
  }
  const pooled = { after: 0, before: 0 }
  for (let round = 0; round < DRAWS; round += 1) {
    const all: ScoredPassage[] = []
    const allBefore: ScoredPassage[] = []
    for (const body of bodies) {
      const [toLearn, rest] = halves(body, round)
      const labelled = draw(toLearn, count, onlyMistakes)
      totals.labels += labelled.length
      const model = learnFromLabels(labelled.map(asExample), settings)
      const index = model === null ? null : indexLearned(model)
      const scored = (learned: boolean) =>
        rest.map((one) => {
          const answer = learned && index !== null ? applyLearned(index, asExample(one)) : null
          const probabilities = answer?.probabilities ?? one.probabilities
          const focus = leading(probabilities)
          const predicted = { focus, confidence: probabilities[focus], probabilities, fromCustomers: false }
          return { ...one.passage, predicted }
        })
      const [before, after] = [scored(false), scored(true)]
      all.push(...after)
      allBefore.push(...before)
      const [a, b] = [scorePredictions(after), scorePredictions(before)]
      totals.macroF1 += a.macroF1
      totals.before += b.macroF1
      totals.accuracy += a.accuracy
      totals.ece += a.ece
      const share = (
        list: typeof after,
        of: (one: (typeof after)[number]) => FocusProbabilities | Focus,
      ): number => {
        let customer = 0
        let substance = 0
        for (const one of list) {
          const value = of(one)
          const at = (focus: Focus): number =>
            typeof value === 'string' ? Number(value === focus) : value[focus]
          customer += at('customer')
          substance += 1 - at('procedural')
        }
        return customer / Math.max(1e-9, substance)
      }
      const real = share(after, (one) => one.focus)
      totals.share += Math.abs(share(after, (one) => one.predicted.probabilities) - real)
      totals.shareBefore += Math.abs(share(before, (one) => one.predicted.probabilities) - real)
    }
    pooled.after += scorePredictions(all).macroF1 / DRAWS
    pooled.before += scorePredictions(allBefore).macroF1 / DRAWS
  }
  const runs = DRAWS * bodies.length
  const of = (value: number): number => Math.round((value / runs) * 1000) / 1000
  return {
    'labels a body': Math.round(totals.labels / runs),
    'macro F1 before': of(totals.before),
    'macro F1': of(totals.macroF1),
    gain: of(totals.macroF1 - totals.before),
    'pooled before': Math.round(pooled.before * 1000) / 1000,
    pooled: Math.round(pooled.after * 1000) / 1000,
    accuracy: of(totals.accuracy),
    ece: of(totals.ece),
    'share off by, before': of(totals.shareBefore),
    'share off by': of(totals.share),
  }
}

/** Equal words of one body: one is labelled, the others are asked for. */
function sameWords(bodies: readonly (readonly HeldOutPassage[])[]) {
  const counts = { asked: 0, right: 0, 'right before': 0, 'as the label says': 0 }
  for (const body of bodies)
    for (const [key, twins] of Map.groupBy(body, ({ passage }) => wordsKey(passage.text))) {
      const [first, ...others] = twins
      if (key === null || first === undefined || others.length === 0) continue
      const model = learnFromLabels([asExample(first)])
      if (model === null) continue
      const index = indexLearned(model)
      for (const other of others) {
        const said = applyLearned(index, asExample(other))?.probabilities ?? other.probabilities
        counts.asked += 1
        counts.right += Number(leading(said) === other.passage.focus)
        counts['right before'] += Number(leading(other.probabilities) === other.passage.focus)
        counts['as the label says'] += Number(leading(said) === first.passage.focus)
      }
    }
  return counts
}

function report(answered: readonly HeldOutPassage[], models: string): void {
  const bodies = [...Map.groupBy(answered, ({ passage }) => passage.org).values()]
  console.log(`${answered.length} passages of ${bodies.length} bodies, ${models}`, LEARNING_SETTINGS)
  for (const onlyMistakes of [false, true]) {
    console.log(onlyMistakes ? 'Labels: only mistakes corrected' : 'Labels: drawn at random')
    console.table(Object.fromEntries(PER_FOCUS.map((count) => [count, measure(bodies, count, onlyMistakes)])))
  }
  console.log('Equal words in one body, one of them labelled:', sameWords(bodies))
}

const [cache = join(tmpdir(), 'empty-chair-bench'), ...careful] = process.argv.slice(2)
const answered = heldOutPredictions(cache)
if (answered === null)
  console.log('No labels of real documents here (EMPTY_CHAIR_DATA, else ../shared): nothing to measure on.')
else {
  report(answered, 'the fast model trained without them')
  if (careful.length > 0)
    report(await heldOutBoth(answered, careful, cache), 'both models trained without them')
}
