import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAuthoredPassages } from '../../../resources/model/read-labels.ts'
import { FOCI } from '../../../shared/model/focus.ts'

const training = resolve(import.meta.dirname, '../../../resources/training')
const table = (name: string) =>
  readFileSync(resolve(training, name), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

describe('training data', () => {
  test('a second coding settles labels of passages that have a first one, each once', () => {
    const first = new Set(table('public-labels.tsv').map(([, passage]) => passage))
    const second = table('second-coded.tsv')
    expect(second.length).toBeGreaterThan(600)
    expect(new Set(second.map(([passage]) => passage)).size).toBe(second.length)
    for (const [passage, focus, voice, sure] of second) {
      expect(first.has(passage)).toBe(true)
      expect(FOCI.join(' ').split(' ')).toContain(focus)
      expect(voice === 'n' || (voice === 'y' && focus === 'customer')).toBe(true)
      expect(['1', '2', '3']).toContain(sure)
    }
  })

  test('our own meetings have neighbours, and nothing but customers speak for customers', () => {
    const passages = readAuthoredPassages()
    const meetings = passages.filter(({ before, after }) => before !== '' || after !== '')
    expect(meetings.length).toBeGreaterThan(500)
    for (const { org, kind, text, focus, fromCustomers } of passages) {
      expect([org, kind === '', text.trim() === '']).toEqual(['', false, false])
      expect(fromCustomers && focus !== 'customer').toBe(false)
    }
  })
})
