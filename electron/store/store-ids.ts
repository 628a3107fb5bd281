import { createHash, randomBytes } from 'node:crypto'
import { normaliseTitle } from '../../shared/analysis/measure/title-similarity.ts'

const PART = /^([0-9a-f]{16})([piad])([0-9a-z]{1,8})$/

export function newId(): string {
  return randomBytes(8).toString('hex')
}

/** A passage, item, action or decision is named by its document and place: no index of its own is needed. */
export function partId(documentId: string, part: 'p' | 'i' | 'a' | 'd', position: number): string {
  return `${documentId}${part}${position.toString(36)}`
}

export function parsePartId(id: string): { documentId: string; part: string; position: number } | null {
  const match = PART.exec(id)
  if (match === null) return null
  const [, documentId = '', part = '', position = ''] = match
  return { documentId, part, position: Number.parseInt(position, 36) }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** The same words, however they were spaced. */
export function textKey(text: string): string {
  return digest(text.normalize('NFC').replace(/\s+/g, ' ').trim())
}

/** The same words under the same item: what a human label holds on to within its meeting. */
export function labelKey(keyOfText: string, itemTitle: string | null): string {
  return digest(`${keyOfText}\n${itemTitle === null ? '' : normaliseTitle(itemTitle)}`)
}

/** "The Board of X" and "the board of X." are one board; other words are another. */
export function boardKey(name: string): string {
  return normaliseTitle(name)
}
