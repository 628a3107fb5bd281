import { normaliseTitle } from '../measure/title-similarity.ts'

/** Two customers may not have the same name but for case, accents, punctuation and space. */
export function customerKey(name: string): string {
  const key = normaliseTitle(name)
  return key === '' ? name.normalize('NFC').trim().toLowerCase() : key
}
