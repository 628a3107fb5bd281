import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  displayName,
  isPlainFolder,
  organisationWords,
  parseBodyName,
  titleCase,
} from '../../../shared/analysis/boards/body-name.ts'
import { resolveBoards } from '../../../shared/analysis/boards/resolve-board.ts'

const ask = (bodies: readonly (string | null)[], folders: readonly string[], known: readonly string[] = []) =>
  resolveBoards(
    bodies.map((body, index) => ({ key: String(index), body, folders })),
    known,
  )
const boards = (...given: Parameters<typeof ask>) => ask(...given).map((answer) => answer.board)

describe('names of bodies', () => {
  test.each([
    ['LARKMOOR WATER DISTRICT REGULAR BOARD MEETING', ['larkmoor', 'water', 'district']],
    ['Minutes of the Board of Directors of Larkmoor Water District', ['larkmoor', 'water', 'district']],
    ['Board of Directors', []],
    ['Meeting of the Board of Trustees to be held', []],
    ['The Hollin Housing Association Ltd', ['hollin', 'housing']],
    ['Café Société plc', ['cafe', 'societe']],
    ['12 March 2025', []],
  ])('%s is told by %j', (name, words) => {
    expect(organisationWords(name)).toEqual(words)
  })

  test.each([
    ['Larkmoor Water: Audit Committee', ['audit'], ['larkmoor', 'water']],
    ['Audit and Risk Committee of Larkmoor Water', ['audit', 'risk'], ['larkmoor', 'water']],
    ['Executive Committee', ['executive'], []],
    ['Finance Sub-Committee', ['finance'], []],
  ])('%s is a committee', (name, committee, organisation) => {
    expect(parseBodyName(name)).toMatchObject({ committee, organisation })
  })

  test.each([
    ['MINUTES OF THE REGULAR MEETING OF THE LARKMOOR WATER DISTRICT', 'Larkmoor Water District'],
    ['Larkmoor Water District Regular Board Meeting Minutes', 'Larkmoor Water District'],
    ['Board of Directors', 'Board of Directors'],
    ['Hollin Housing Association', 'Hollin Housing Association'],
    ['Minutes', 'Minutes'],
  ])('%s is shown as %s', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })

  test.each(['2025', '2025-05-14', 'Minutes', 'board packs', 'Downloads', 'March 2024', 'New folder (2)'])(
    'a folder called %s says nothing',
    (name) => expect(isPlainFolder(name)).toBe(true),
  )
  test.each(['larkmoor-water', 'Hollin'])('a folder called %s says whose it is', (name) =>
    expect(isPlainFolder(name)).toBe(false),
  )
  test('title case keeps small words small and known initials large', () => {
    expect(titleCase('friends-of-the-hollin_hoa')).toBe('Friends of the Hollin HOA')
  })
})

describe('which board', () => {
  test('one folder is one board, however its papers name it', () => {
    const bodies = [
      'LARKMOOR WATER DISTRICT',
      'Board of Directors',
      null,
      'Larkmoor Water District Board of Directors Regular Meeting',
      'Larkmoor Water District',
      'Town Hall Annexe',
    ]
    expect(new Set(boards(bodies, ['larkmoor-water-district']))).toEqual(new Set(['Larkmoor Water District']))
  })
  test('folders of meetings under one folder are one board', () => {
    const answers = resolveBoards(
      ['2025-01', '2025-02'].flatMap((month) => [
        { key: `${month}a`, body: 'Board of Directors', folders: ['documents', month] },
        { key: `${month}b`, body: 'Board', folders: ['documents', month] },
      ]),
      [],
    )
    expect(new Set(answers.map((answer) => answer.board))).toEqual(new Set(['Board']))
  })
  test('a folder inside an organisation’s folder is not another organisation', () => {
    const answers = resolveBoards(
      [
        { key: 'a', body: 'Larkmoor Water', folders: ['archive-of-all', 'larkmoor-water'] },
        { key: 'b', body: 'Larkmoor Water Board', folders: ['archive-of-all', 'larkmoor-water', 'finals'] },
        { key: 'c', body: null, folders: ['archive-of-all', 'larkmoor-water', 'treasury'] },
        { key: 'd', body: 'Hollin Housing', folders: ['archive-of-all', 'hollin'] },
      ],
      [],
    )
    expect(answers.map((answer) => answer.board)).toEqual([
      'Larkmoor Water',
      'Larkmoor Water',
      'Larkmoor Water',
      'Hollin Housing',
    ])
  })
  test('a folder inside one that holds papers is part of it, though no paper says whose it is', () => {
    const answers = resolveBoards(
      [
        { key: 'a', body: 'Board of Directors', folders: ['larkmoor'] },
        { key: 'b', body: 'Board of Directors', folders: ['larkmoor', 'deeper'] },
      ],
      [],
    )
    expect(answers.map((answer) => answer.board)).toEqual(['Larkmoor', 'Larkmoor'])
  })
  test('a folder gives its name where no paper does, and says so', () => {
    expect(ask(['Board of Directors', null], ['hollin-housing'])).toEqual([
      { key: '0', board: 'Hollin Housing', basis: 'folder' },
      { key: '1', board: 'Hollin Housing', basis: 'folder' },
    ])
  })
  test('two folders are two boards, though both say "Board of Directors"', () => {
    const answers = resolveBoards(
      [
        { key: 'a', body: 'Board of Directors', folders: ['hollin-housing'] },
        { key: 'b', body: 'Board of Directors', folders: ['larkmoor-water'] },
      ],
      [],
    )
    expect(answers.map((answer) => answer.board)).toEqual(['Hollin Housing', 'Larkmoor Water'])
  })
  test('a committee keeps its own series, named after its board', () => {
    expect(boards(['Larkmoor Water', 'Larkmoor Water', 'Audit Committee'], ['larkmoor'])).toEqual([
      'Larkmoor Water',
      'Larkmoor Water',
      'Larkmoor Water: Audit Committee',
    ])
    expect(boards([null], ['Larkmoor Water', 'Audit Committee'])).toEqual(['Larkmoor Water: Audit Committee'])
  })
  test('a second organisation in one folder stands when enough papers name it', () => {
    const bodies = [...Array<string>(4).fill('Larkmoor Water'), ...Array<string>(4).fill('Hollin Housing')]
    expect(new Set(boards(bodies, ['larkmoor']))).toEqual(new Set(['Larkmoor Water', 'Hollin Housing']))
    expect(new Set(boards([...bodies.slice(0, 4), 'Hollin Housing'], ['larkmoor']))).toEqual(
      new Set(['Larkmoor Water']),
    )
  })
  test('files without a folder are told apart by their names alone', () => {
    expect(boards(['Larkmoor Water District', 'Hollin Housing', 'LARKMOOR WATER', null], [])).toEqual([
      'Larkmoor Water',
      'Hollin Housing',
      'Larkmoor Water',
      null,
    ])
  })
  test.each([
    ['LARKMOOR WATER DISTRICT BOARD MEETING', ['Larkmoor Water District'], 'Larkmoor Water District'],
    ['Larkmoor Water', ['Larkmoor Water District'], 'Larkmoor Water District'],
    ['Larkmoor Parks District', ['Larkmoor Water District'], 'Larkmoor Parks District'],
    ['Larkmoor Water', ['Larkmoor Water District', 'Larkmoor Water Users'], 'Larkmoor Water'],
    ['Board of Directors', ['Larkmoor Water District'], 'Larkmoor Water District'],
    ['Board of Directors', ['Larkmoor Water', 'Hollin Housing'], 'Board of Directors'],
    [
      'Audit Committee',
      ['Larkmoor Water', 'Larkmoor Water: Audit Committee'],
      'Larkmoor Water: Audit Committee',
    ],
  ])('%s among %j is %s', (body, known, board) => {
    expect(boards([body], [], known)).toEqual([board])
  })
  test('papers of a known board find it by their folder', () => {
    expect(ask([null], ['larkmoor-water-district'], ['Larkmoor Water District'])).toEqual([
      { key: '0', board: 'Larkmoor Water District', basis: 'known' },
    ])
  })

  test('every question gets one answer, in its own place', () => {
    const body = fc.option(
      fc.oneof(
        fc.constantFrom('Larkmoor Water', 'Hollin Housing', 'Board of Directors', 'Audit Committee'),
        fc.string({ maxLength: 40, unit: 'grapheme' }),
      ),
    )
    const folders = fc.array(fc.constantFrom('larkmoor', 'hollin', '2025', 'minutes'), { maxLength: 3 })
    fc.assert(
      fc.property(fc.array(fc.record({ body, folders }), { maxLength: 12 }), (given) => {
        const questions = given.map((one, index) => ({ key: String(index), ...one }))
        const answers = resolveBoards(questions, ['Larkmoor Water'])
        expect(answers.map((answer) => answer.key)).toEqual(questions.map((question) => question.key))
        for (const { board, basis } of answers) expect(board === null).toBe(basis === 'none')
        expect(answers.every(({ board }) => board === null || board.trim() !== '')).toBe(true)
      }),
    )
  })
  test('long and strange names take no long time', () => {
    for (const attack of [
      ' '.repeat(200_000),
      'the '.repeat(60_000),
      '-'.repeat(200_000),
      'Committee '.repeat(20_000),
    ]) {
      const startedAt = performance.now()
      boards([attack], ['x'])
      expect(performance.now() - startedAt).toBeLessThan(500)
    }
  })
})
