import type {
  ActionField,
  Correction,
  ItemField,
  UnappliedCorrection,
  WindowField,
} from '../../model/corrections.ts'

export const ITEM_FIELD_WORDS: Record<ItemField, string> = {
  number: 'number',
  title: 'title',
  lead: 'lead',
  purpose: 'purpose',
  role: 'kind of item',
  deferred: 'deferred',
  plannedStart: 'planned start',
  plannedMinutes: 'planned minutes',
  recordedStart: 'recorded start',
  recordedMinutes: 'recorded minutes',
}

const ACTION_FIELD_WORDS: Record<ActionField, string> = {
  text: 'words',
  owner: 'owner',
  due: 'due date',
  status: 'status',
}

const WINDOW_FIELD_WORDS: Record<WindowField, string> = {
  plannedStart: 'planned start',
  plannedEnd: 'planned end',
  recordedStart: 'recorded start',
  recordedEnd: 'recorded end',
}

function valueInWords(value: unknown): string {
  if (value === null) return 'unknown'
  if (value === true) return 'yes'
  return value === false ? 'no' : String(value)
}

const said = (words: Readonly<Record<string, string>>, values: object): string[] =>
  Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [`${words[field] ?? field}: ${valueInWords(value)}`],
  )

/** A correction in plain words, for where nothing shows it any more. */
export function describeCorrection(id: string, correction: Correction): UnappliedCorrection {
  switch (correction.on) {
    case 'item': {
      const [name] = correction.anchor.names
      const text = [name?.number ?? null, name?.title ?? ''].filter((part) => part !== null).join(' ')
      const says = said(ITEM_FIELD_WORDS, correction.set)
      return { id, on: 'item', text, says: correction.removed === true ? ['taken out'] : says }
    }
    case 'action': {
      const says = said(ACTION_FIELD_WORDS, correction.set)
      return {
        id,
        on: 'action',
        text: correction.anchor.text,
        says: correction.removed === true ? ['taken out'] : says,
      }
    }
    case 'window':
      return { id, on: 'window', text: 'The meeting', says: said(WINDOW_FIELD_WORDS, correction.set) }
    case 'new item':
      return { id, on: 'new item', text: correction.values.title, says: ['added'] }
    case 'new action':
      return { id, on: 'new action', text: correction.values.text, says: ['added'] }
  }
}

const TIMES: readonly string[] = ['plannedStart', 'plannedMinutes', 'recordedStart', 'recordedMinutes']

/** The change in words for the undo menu: "Change the time of an item". Never document text. */
export function changeInWords(on: 'item' | 'action' | 'window', fields: readonly string[]): string {
  const of = on === 'window' ? 'the meeting' : on === 'item' ? 'an item' : 'an action'
  if (on === 'window' || (fields.length > 0 && fields.every((field) => TIMES.includes(field))))
    return `Change the time of ${of}`
  const [field, ...more] = fields
  const words: Readonly<Record<string, string>> = on === 'item' ? ITEM_FIELD_WORDS : ACTION_FIELD_WORDS
  if (field === 'deferred') return `Change whether ${of} was deferred`
  return field === undefined || more.length > 0
    ? `Correct ${of}`
    : `Change the ${words[field] ?? field} of ${of}`
}
