import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { addSampleRounds } from '../../electron/service/belief/sample-rounds.ts'
import { readBelief } from '../../electron/service/belief/belief-handlers.ts'
import { fillSampleRegister } from '../../electron/service/customers/sample-register.ts'
import { tableReader } from '../../electron/worker/read-table-in-worker.ts'
import { keep, withStore } from './library-fixture.ts'

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-board')

test('the sample register has ten customers, with the gaps its story needs', () =>
  withStore(async (store) => {
    expect(await fillSampleRegister(store, tableReader(), SAMPLE)).toBe(10)
    const customers = store.customers.all()
    const names = (fits: (customer: (typeof customers)[number]) => boolean): string[] =>
      customers.filter(fits).map(({ name }) => name)
    expect(names(({ owner }) => owner === null)).toEqual(['Orrin Vale Council', 'Fernhollow Garden Centres'])
    expect(names(({ value }) => value === null)).toEqual(['College at Stennick'])
    expect(names(({ nextVisit, nextPurpose }) => nextVisit !== null && nextPurpose === null)).toEqual([
      'Stennick Dairies',
    ])
    // Overdue from the day after the last meeting on, whenever the sample is opened.
    expect(names(({ nextVisit }) => nextVisit !== null && nextVisit < '2026-10-21')).toEqual([
      'Tregarrow Holiday Parks',
    ])
    expect(await fillSampleRegister(store, tableReader(), SAMPLE)).toBe(0)
  }))

test('a register that somebody began stays as it is, and a faulty file adds nobody', () =>
  withStore(async (store) => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-chair-sample-'))
    try {
      writeFileSync(join(folder, 'customers.csv'), 'Customer,Last seen\nHarrow Mills,2026-02-31\n')
      expect(await fillSampleRegister(store, tableReader(), folder)).toBe(0)
      expect(store.customers.all()).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }))

test('the sample rounds are closed, come once, and show no role under three answers', () =>
  withStore(async (store, folder) => {
    await keep(store, folder, 'a.txt', {
      date: '2026-10-21',
      items: [{ title: 'Visits', passages: [['They came.', 'customer']] }],
    })
    const [board] = store.boards()
    const boardId = board?.id ?? ''
    addSampleRounds(store.belief, boardId, SAMPLE)
    addSampleRounds(store.belief, boardId, SAMPLE)
    const rounds = store.belief.rounds(boardId)
    expect(rounds.map(({ name, closed, answers }) => [name, closed, answers])).toEqual([
      ['Evaluation of 2025', true, 13],
      ['Evaluation of 2026', true, 14],
    ])
    for (const { id } of rounds) {
      const groups = readBelief(store, id).groups ?? []
      const shown = (group: string): number =>
        groups.find((known) => known.group === group)?.questions.length ?? 0
      expect(shown('board')).toBeGreaterThan(0)
      expect(shown('sales-person')).toBeGreaterThan(0)
      expect(shown('sales-marketing')).toBe(0)
    }
  }))
