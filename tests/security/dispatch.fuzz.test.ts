import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replySchema } from '../../shared/contract/client.ts'
import { procedureNames } from '../../shared/contract/procedures.ts'
import { openTestService } from '../contract/support/test-service.ts'
import type { TestService } from '../contract/support/test-service.ts'

// A page that was taken over may send anything. Nothing of it may crash the core, reach the disk, or be answered with
// `internal`, which would mean that no one thought of it.

const RUNS = 150

let opened: TestService
beforeAll(() => {
  opened = openTestService()
})
afterAll(() => opened.remove())

const nasty = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom(
    '../../../etc/passwd',
    "'; DROP TABLE meetings; --",
    '" OR 1=1',
    'a'.repeat(100_000),
    '\u0000',
    '\ud800',
    '__proto__',
    NaN,
    Infinity,
    -0,
    1e308,
    2 ** 53,
    new Uint8Array(2 * 1024 * 1024),
  ),
)

/** The contract's own field names with wrong values, alone and mixed with right ones. */
const fields = fc.dictionary(
  fc.constantFrom(
    'id',
    'ids',
    'boardId',
    'board',
    'date',
    'kind',
    'page',
    'lens',
    'label',
    'text',
    'limit',
    'uploadId',
    'offset',
    'bytes',
    'name',
    'from',
    'to',
    'focus',
    'target',
    'customerTerms',
    'dateOrder',
    '__proto__',
    'constructor',
  ),
  fc.oneof(
    nasty,
    fc.constantFrom('abcdefgh12345678', 'planned', 'minutes', '2025-02-30', 'customer', 'day-first', 1, 100),
    fc.constant({ focus: 'customer', fromCustomers: true }),
    fc.constant(['abcdefgh12345678']),
  ),
)

const EXPECTED = ['done', 'bad-request', 'not-found', 'conflict', 'too-large']

describe('every procedure stands up to every input', () => {
  // The sample board is a fixed set of files, tested in the contract suite.
  test.each(procedureNames.filter((name) => name !== 'sample.import'))('%s', async (name) => {
    const before = JSON.stringify(opened.service.store.meetings())
    await fc.assert(
      fc.asyncProperty(fc.oneof(nasty, fields), async (input) => {
        const reply = replySchema.parse(await opened.service.call(name, input))
        expect(EXPECTED).toContain(reply.ok ? 'done' : reply.failure.code)
      }),
      { numRuns: RUNS },
    )
    expect(JSON.stringify(opened.service.store.meetings())).toBe(before)
    expect(Reflect.get({}, 'focus')).toBeUndefined()
  })

  test('any name but those of the table is turned away', async () => {
    const names = new Set<unknown>(procedureNames)
    await fc.assert(
      fc.asyncProperty(nasty, async (name) => {
        fc.pre(!names.has(name))
        expect(await opened.service.call(name, {})).toMatchObject({
          ok: false,
          failure: { code: 'bad-request' },
        })
      }),
      { numRuns: RUNS },
    )
  })

  test('values that throw while they are read are bad requests', async () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('read')
        },
      },
    )
    const getter = {
      get id(): string {
        throw new Error('read')
      },
    }
    for (const input of [trap, getter])
      expect(await opened.service.call('meetings.get', input)).toMatchObject({
        failure: { code: 'bad-request' },
      })
  })

  test('nothing of it was logged with its words', () => {
    expect(JSON.stringify(opened.log)).not.toMatch(/DROP TABLE|etc\/passwd/)
  })
})
