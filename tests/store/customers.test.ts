import { describe, expect, test } from 'vitest'
import { findMentions } from '../../shared/analysis/customers/find-mentions.ts'
import { indexNames } from '../../shared/analysis/customers/name-patterns.ts'
import type { CustomerFields } from '../../shared/model/customers.ts'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { filesHolding, keep, withStore } from './library-fixture.ts'

const fields = (name: string): CustomerFields => ({
  name,
  aliases: [],
  segment: null,
  value: null,
  lifetimeValue: null,
  currency: null,
  owner: null,
  lastSeen: null,
  nextVisit: null,
  nextPurpose: null,
  notes: null,
})

function scan(store: LibraryStore, register = 'one'): void {
  const index = indexNames(store.customers.all())
  for (const id of store.customers.unscanned(register)) {
    const texts = store.customers.textsOf(id)
    if (texts === null) continue
    const found = texts.passages.flatMap(({ position, text }) =>
      findMentions(text, index).map((mention) => ({ position, mention })),
    )
    store.customers.saveMentions(id, texts.contentHash, register, found)
  }
}

const minutes = (text: string) => ({
  items: [{ title: 'Visits', passages: [[text, 'customer']] as [string, 'customer'][] }],
})

describe('the register of customers', () => {
  test('keeps hostile names as they are, and undoes a whole import at once', () =>
    withStore((store) => {
      const names = [
        '__proto__',
        'constructor',
        '=cmd()',
        '\u202Eerttam',
        'مياه الشمال',
        "'; DROP TABLE customers; --",
      ]
      const { ids } = store.customers.save(
        'Import',
        names.map((name) => ({ id: null, fields: fields(name) })),
      )
      expect(store.customers.all().map(({ name }) => name)).toEqual(names)
      expect(ids).toHaveLength(names.length)
      expect(() => store.customers.save('Twin', [{ id: null, fields: fields('= CMD') }])).toThrow(
        expect.objectContaining({ code: 'conflict' }),
      )
      expect(store.customers.all()).toHaveLength(names.length)
      store.undo()
      expect(store.customers.all()).toEqual([])
      store.redo()
      expect(store.customers.all().map(({ name }) => name)).toEqual(names)
    }))

  test('looks through a document once for each reading and each register', () =>
    withStore(async (store, root) => {
      await keep(store, root, 'a.pdf', minutes('The Chair visited Oddfield Mills.'))
      store.customers.save('Add', [{ id: null, fields: fields('Oddfield Mills') }])
      expect(store.customers.unscanned('one')).toHaveLength(1)
      scan(store)
      expect(store.customers.unscanned('one')).toEqual([])
      expect(store.customers.unscanned('two')).toHaveLength(1)
      expect(store.customers.mentions(null)).toMatchObject([
        { counts: true, waits: false, focus: 'customer' },
      ])
    }))

  test('remembers a verdict by hashes only, and takes a mention with its document', () =>
    withStore(async (store, root) => {
      const { documentId } = await keep(store, root, 'a.pdf', minutes('The Chair visited Oddfeild Mills.'))
      const { ids } = store.customers.save('Add', [{ id: null, fields: fields('Oddfield Mills') }])
      scan(store)
      const [mention] = store.customers.mentions(null)
      expect(mention).toMatchObject({ counts: false, waits: true, doubt: 'near-spelling' })
      const where = { customerId: ids[0] ?? '', passageId: `${documentId}p0`, start: 18, everywhere: true }
      store.customers.judge(where, 'is')
      expect(store.customers.mentions(null)).toMatchObject([{ counts: true, settled: true }])
      store.undo()
      expect(store.customers.mentions(null)).toMatchObject([{ counts: false, waits: true }])
      store.redo()
      await store.removeDocument(documentId)
      expect(store.customers.mentions(null)).toEqual([])
      expect(filesHolding(store.folder, 'Oddfeild')).toEqual([])
    }))
})
