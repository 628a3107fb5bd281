import { settledOn } from '../../../shared/analysis/measure/measured-document.ts'
import type {
  MeasuredDocument,
  MeasuredItem,
  MeasuredPassage,
} from '../../../shared/analysis/measure/measured-document.ts'
import type { Focus, FocusProbabilities } from '../../../shared/model/focus.ts'

export const certain = settledOn

export interface FixtureItem extends Partial<
  Omit<MeasuredItem, 'planned' | 'recorded' | 'titleClassification'>
> {
  planned?: number | [number, number] | null
  recorded?: number | null
  focus?: Focus | FocusProbabilities
}

export function item(fixture: FixtureItem): MeasuredItem {
  const { planned = null, recorded = null, focus = 'other', ...rest } = fixture
  const [minutes, minutesMax] = Array.isArray(planned) ? planned : [planned, null]
  return {
    number: null,
    title: 'Item',
    level: 1,
    parent: null,
    lead: null,
    purpose: null,
    role: 'topic',
    deferred: false,
    pages: null,
    ...rest,
    planned: minutes === null ? null : { start: null, minutes, minutesMax, basis: 'stated', evidence: null },
    recorded: recorded === null ? null : { start: null, minutes: recorded, basis: 'stated', evidence: null },
    titleClassification: { probabilities: typeof focus === 'string' ? settledOn(focus) : focus },
  }
}

export function passage(text: string, at: number | null, focus: Focus | FocusProbabilities): MeasuredPassage {
  return { text, page: 1, item: at, probabilities: typeof focus === 'string' ? settledOn(focus) : focus }
}

export function document(fixture: Partial<MeasuredDocument>): MeasuredDocument {
  return {
    kind: 'agenda',
    pages: null,
    window: { planned: null, recorded: null },
    items: [],
    passages: [],
    ...fixture,
  }
}

export const window = (start: string, end: string) => ({ start, end, evidence: null })
