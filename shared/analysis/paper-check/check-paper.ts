import type { AnalysedDocument } from '../../model/analysis.ts'
import type { Block } from '../../model/document.ts'
import { FOCI } from '../../model/focus.ts'
import type { Focus, FocusProbabilities } from '../../model/focus.ts'
import type { PaperCheck, PaperFinding, PaperPlace } from '../../model/paper-check.ts'
import { assertionFinder, sentenceAround } from '../customers/voice/find-assertions.ts'
import { asksForDecision } from '../customers/voice/find-decisions.ts'
import { countWords } from '../measure/count-words.ts'
import { customerNouns } from './customer-nouns.ts'
import { implicationHeadings } from './implication-headings.ts'

export interface CheckedPaper {
  readonly name: string
  readonly paged: boolean
  readonly blocks: readonly Block[]
  readonly analysis: Omit<AnalysedDocument, 'measures'>
  /** How the board names its customers; none leaves it to the paper's own words. */
  readonly customerTerms: readonly string[] | null
}

const MOST_PLACES = 40
const LONGEST_QUOTE = 400
type Passage = CheckedPaper['analysis']['passages'][number]

/** A part of the paper that is judged by itself: each item of a pack, else the whole. */
interface Section {
  readonly title: string | null
  readonly passages: Passage[]
  readonly from: number
  readonly to: number
}

function sectionsOf({ analysis, blocks }: CheckedPaper): Section[] {
  const whole = { title: null, passages: analysis.passages, from: 0, to: blocks.length }
  if (analysis.kind !== 'pack') return [whole]
  const topOf = (index: number | null): number | null => {
    let at = index
    for (let steps = 0; at !== null && steps < 12; steps += 1) {
      const parent: number | null = analysis.items[at]?.parent ?? null
      if (parent === null) return at
      at = parent
    }
    return at
  }
  const byTop = new Map<number, Passage[]>()
  for (const passage of analysis.passages) {
    const top = topOf(passage.item)
    if (top === null) continue
    const list = byTop.get(top)
    if (list === undefined) byTop.set(top, [passage])
    else list.push(passage)
  }
  const sections = [...byTop].flatMap(([top, passages]): Section[] => {
    const item = analysis.items[top]
    if (item === undefined || item.role !== 'topic') return []
    const blocksOf = passages.map(({ block }) => block)
    const from = Math.min(...blocksOf)
    return [{ title: item.title, passages, from: Math.max(0, from - 2), to: Math.max(...blocksOf) + 1 }]
  })
  return sections.length > 0 ? sections : [whole]
}

/** The heading that a block stands under, within reach. */
function headingAbove(blocks: readonly Block[], at: number): string | null {
  for (let index = Math.min(at, blocks.length - 1); index >= Math.max(0, at - 60); index -= 1) {
    const block = blocks[index]
    if (block?.kind === 'text' && block.style.headingLevel !== null) return block.text.slice(0, 160)
  }
  return null
}

function placeOf(paper: CheckedPaper, passage: Passage, quote = passage.text): PaperPlace {
  const item = passage.item === null ? undefined : paper.analysis.items[passage.item]
  return {
    page: passage.page,
    section: item?.title ?? headingAbove(paper.blocks, passage.block),
    quote: quote.slice(0, LONGEST_QUOTE),
  }
}

function onlyFigures(paper: CheckedPaper, sections: readonly Section[]): PaperFinding[] {
  const places = sections.flatMap(({ passages }) => {
    if (passages.some(({ focus }) => focus === 'customer')) return []
    return passages
      .filter(({ focus }) => focus === 'customer-in-numbers')
      .map((passage) => placeOf(paper, passage))
  })
  if (places.length === 0) return []
  return [
    {
      kind: 'only-figures',
      title: 'Customers occur only as figures',
      suggestion:
        'A sentence on who these customers are, what they said or did, and what lies behind the figure would let the reader see them.',
      places: places.slice(0, MOST_PLACES),
    },
  ]
}

function headingsMissing(
  paper: CheckedPaper,
  sections: readonly Section[],
  isCustomer: (word: string) => boolean,
) {
  const places = sections.flatMap(({ title, from, to }): PaperPlace[] => {
    const { others, customers } = implicationHeadings(paper.blocks.slice(from, to), isCustomer)
    if (others.length === 0 || customers.length > 0) return []
    return others.slice(0, 4).map(({ text, page }) => ({ page, section: title, quote: text }))
  })
  if (places.length === 0) return []
  const finding: PaperFinding = {
    kind: 'no-customer-heading',
    title: 'Implications are given for other matters, and not for customers',
    suggestion:
      'A heading “Customer implications” beside these would say what changes for customers, and how that is known; “none” is an answer too.',
    places: places.slice(0, MOST_PLACES),
  }
  return [finding]
}

function assertions(paper: CheckedPaper, terms: readonly string[]): PaperFinding[] {
  const findAssertion = assertionFinder(terms)
  const places = paper.analysis.passages.flatMap((passage) => {
    if (passage.fromCustomers || passage.focus === 'procedural') return []
    const words = findAssertion(passage.text)
    if (words === null) return []
    const { start, end } = sentenceAround(passage.text, words.start)
    return [placeOf(paper, passage, passage.text.slice(start, end))]
  })
  if (places.length === 0) return []
  return [
    {
      kind: 'assertion-without-evidence',
      title: 'Statements about customers without what they rest on',
      suggestion: 'Each could name its source: a survey, a visit, complaints, a customer’s own words.',
      places: places.slice(0, MOST_PLACES),
    },
  ]
}

function decisions(paper: CheckedPaper, sections: readonly Section[]): PaperFinding[] {
  const places = sections.flatMap(({ passages }) => {
    if (passages.some(({ fromCustomers }) => fromCustomers)) return []
    return passages
      .filter(({ focus, text }) => focus === 'customer' && asksForDecision(text))
      .map((passage) => placeOf(paper, passage))
  })
  if (places.length === 0) return []
  return [
    {
      kind: 'decision-without-input',
      title: 'A decision about customers without what customers said',
      suggestion:
        'What customers were asked, and what they answered, could stand before the recommendation; or a line that they were not asked.',
      places: places.slice(0, MOST_PLACES),
    },
  ]
}

function sharesOf(passages: readonly Passage[]): { shares: FocusProbabilities; words: number } {
  const shares: FocusProbabilities = {
    customer: 0,
    'customer-in-numbers': 0,
    numbers: 0,
    other: 0,
    procedural: 0,
  }
  let words = 0
  for (const passage of passages) {
    const weight = countWords(passage.text)
    words += weight
    for (const focus of FOCI) shares[focus] += weight * passage.probabilities[focus]
  }
  const sum = FOCI.reduce((total, focus) => total + shares[focus], 0)
  const share = (focus: Focus): number => (sum === 0 ? 0 : Math.min(1, shares[focus] / sum))
  return {
    words,
    shares: {
      customer: share('customer'),
      'customer-in-numbers': share('customer-in-numbers'),
      numbers: share('numbers'),
      other: share('other'),
      procedural: share('procedural'),
    },
  }
}

/**
 * What a paper or pack says of customers before it is circulated: its share by words, and four kinds of findings,
 * each with page and quote. A pack is judged item by item, a paper as a whole.
 */
export function checkPaper(paper: CheckedPaper): PaperCheck {
  const { analysis } = paper
  const terms = paper.customerTerms ?? analysis.customerTerms
  const isCustomer = customerNouns(terms)
  const sections = sectionsOf(paper)
  const { shares, words } = sharesOf(analysis.passages)
  const substantive = 1 - shares.procedural
  return {
    name: paper.name,
    kind: analysis.kind,
    title: analysis.title,
    pages: analysis.pages,
    paged: paper.paged,
    passages: analysis.passages.length,
    words,
    shares,
    customerShare: words === 0 || substantive < 1e-9 ? null : Math.min(1, shares.customer / substantive),
    fromCustomers: analysis.passages.filter(({ fromCustomers }) => fromCustomers).length,
    findings: [
      ...onlyFigures(paper, sections),
      ...headingsMissing(paper, sections, isCustomer),
      ...assertions(paper, terms),
      ...decisions(paper, sections),
    ],
    warnings: analysis.warnings,
  }
}
