import { describe, expect, test } from 'vitest'
import { parseCues } from '../../../electron/ingest/captions/parse-cues.ts'
import { shortDocument } from './blocks-text.ts'
import { readBytes, refusalOf, structureOf } from './read-helpers.ts'

const short = async (text: string, name = 'a.vtt') => shortDocument(await readBytes(text, name))

const cue = (at: number, who: string, words: string): string =>
  `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n<v ${who}>${words}\n\n`

describe('WebVTT', () => {
  test('cues become lines with their time and voice; heads, notes, styles and tags are none', async () => {
    expect(
      await short(
        'WEBVTT Kind: captions\n\nNOTE a remark\nover two lines\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:04.000 align:start\n' +
          '<v.loud Ines Okafor>Good morning &amp; welcome</v>\n\n00:14:05.500 --> 00:14:09.000\n<v Bram Teller>Thank <i>you</i>.\n<v Ines Okafor>Next.\n',
      ),
    ).toEqual([
      '[00:00:01–00:00:04] Ines Okafor: Good morning & welcome',
      '[00:14:05–00:14:09] Bram Teller: Thank you. Ines Okafor: Next.',
    ])
  })

  test('hours beyond 99, a mark at the start, bare carriage returns, and zero bytes', async () => {
    expect(await short('\uFEFFWEBVTT\r\r123:00:01.000 --> 123:00:02.000\rSo late\0\r')).toEqual([
      '[123:00:01–123:00:02] So late\uFFFD',
    ])
  })

  test('timings that are none have no cue', () => {
    const cues = parseCues(
      [
        'WEBVTT',
        '',
        '00:60.000 --> 00:61.000',
        'no',
        '',
        '1:00:00.000 --> 1:00:01.000',
        'no',
        '',
        '00:00:00.0000 --> 00:00:01.000',
        'no',
        '',
        '-00:01.000 --> 00:02.000',
        'no',
        '',
        '00:01.000-->00:02.000',
        'yes',
        '00:03.000 --> 00:04.000',
        'also',
      ].join('\n'),
    )
    expect(cues).toEqual([
      { start: 1, end: 2, text: 'yes' },
      { start: 3, end: 4, text: 'also' },
    ])
  })

  test('live captions that repeat the line above say each line once', async () => {
    expect(
      await short(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n \nlet<00:01.500><c> us</c>\n\n00:02.000 --> 00:02.010\nlet us\n\n00:02.010 --> 00:03.000\nlet us\nbegin\n',
      ),
    ).toEqual(['[00:00:01–00:00:02] let us', '[00:00:02–00:00:03] begin'])
  })

  test('a transcript by its form alone, one passage a speaker', async () => {
    const structure = await structureOf(
      `WEBVTT\n\n${cue(1, 'Ines Okafor', 'We come to the letters')}${cue(2, 'Ines Okafor', 'from passengers.')}${cue(3, 'Bram Teller', 'There are forty of them.')}`,
      'recording',
    )
    expect(structure.kind).toBe('transcript')
    expect(structure.passages.map(({ text }) => text)).toEqual([
      'We come to the letters from passengers.',
      'There are forty of them.',
    ])
  })
})

describe('SubRip', () => {
  test('numbers, commas, tags, missing empty lines and times before the start', async () => {
    expect(
      await short(
        '1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Good morning.</i>\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n{\\an8}>> Chair: Welcome\r\n\r\n3\r\n-00:00:01,000 --> 00:00:05,000\r\nEarly\r\n\r\n4\r\n100:00:00,000 --> 100:00:01,000\r\nLate\r\n',
        'a.srt',
      ),
    ).toEqual([
      '[00:00:01–00:00:02] Good morning.',
      '[00:00:03–00:00:04] >> Chair: Welcome',
      '[00:00:00–00:00:05] Early',
      '[100:00:00–100:00:01] Late',
    ])
  })

  test.each([
    ['a head alone', 'WEBVTT\t', 'empty'],
    ['another word', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nx', 'text'],
    ['arrows alone', `WEBVTT\n\n${'-->\n'.repeat(200_000)}`, 'empty'],
    ['brackets alone', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(200_000)}`, 'empty'],
    ['one line of megabytes', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'word '.repeat(1_000_000)}`, 'captions'],
  ])('%s', async (_, text, expected) => {
    expect(await refusalOf(text, 'a')).toBe(expected)
  })
})
