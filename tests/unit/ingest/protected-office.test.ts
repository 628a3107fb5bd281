import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { ReadRefusal } from '../../../electron/ingest/read-refusal.ts'
import { writeAgile, writeStandard } from './write-protected.ts'
import { writeZip } from './write-zip.ts'

const badfiles = join(
  process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../../shared'),
  'badfiles',
)

const WORDS = 'Passengers of the Saltmarsh ferry said that the quay is dark. '
const paper = writeZip({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p></w:body></w:document>`,
  // More than one segment of the encryption.
  'word/media/noise.bin': new Uint8Array(9000).map((_, at) => (at * 7919 + (at >> 3) * 263) % 251),
})

async function outcomeOf(bytes: Uint8Array, password?: string): Promise<string> {
  try {
    const { blocks, warnings } = await readDocument(bytes, { fileName: 'paper.docx', password })
    const text = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join(' ')
    return [text, ...warnings.map(({ code }) => code)].join(' | ')
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    return [error.code, error.hint].filter((part) => part !== null).join(' ')
  }
}

describe('an Office file under a password', () => {
  test.each([
    ['as Word writes it today', writeAgile(paper, 'köder 7')],
    ['as Word 2007 wrote it', writeStandard(paper, 'köder 7')],
  ])('%s, opens with it and with no other', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('encrypted')
    expect(await outcomeOf(bytes, 'koder 7')).toBe('encrypted')
    expect(await outcomeOf(bytes, 'köder 7')).toBe(`${WORDS.trim()} | opened-with-password`)
  })

  test('one that everybody may read asks for none', async () => {
    expect(await outcomeOf(writeAgile(paper, 'VelvetSweatshop'))).toBe(WORDS.trim())
  })

  test('one that would keep the machine busy, or names no way that is known, says what helps instead', async () => {
    expect(await outcomeOf(writeAgile(paper, 'x', 2_000_000_000), 'x')).toBe('encrypted save-unprotected')
    const unknown = Buffer.from(writeAgile(paper, 'x'))
    for (let at = unknown.indexOf('SHA512'); at !== -1; at = unknown.indexOf('SHA512'))
      unknown.write('WHIRLP', at)
    expect(await outcomeOf(new Uint8Array(unknown), 'x')).toBe('encrypted save-unprotected')
  })

  test('a locked file within a locked file is not opened', async () => {
    const nested = writeAgile(writeAgile(paper, 'inner'), 'outer')
    expect(await outcomeOf(nested, 'outer')).toBe('encrypted save-unprotected')
  })

  test('cut short or with a byte changed anywhere, it ends in one class and no other error', async () => {
    const whole = writeAgile(paper, 'x')
    for (let at = 0; at < 40; at += 1) {
      const changed = whole.slice()
      for (let one = 0; one < 30; one += 1)
        changed[512 + ((at * 7919 + one * 263) % 4000)] = (at * 31 + one) & 0xff
      // oxlint-disable-next-line no-await-in-loop
      expect(
        typeof (await outcomeOf(whole.slice(0, Math.floor((whole.byteLength * (at + 1)) / 41)), 'x')),
      ).toBe('string')
      // oxlint-disable-next-line no-await-in-loop
      expect(typeof (await outcomeOf(changed, 'x'))).toBe('string')
    }
  })

  test.skipIf(!existsSync(badfiles))(
    'files that Office itself locked open with their passwords (skipped without the evaluation data)',
    async () => {
      const tika =
        'tika/8137a3f0_ndard__tika-parsers-standard-modules__tika-parser-microsoft-module__src__test__resources__test-documents__casing__protected_normal_case.docx'
      for (const [file, password] of [
        ['poi/test-data__document__bug53475-password-is-solrcell.docx', 'solrcell'],
        ['poi/test-data__poifs__protected_agile.docx', undefined],
        [tika, 'password'],
        [
          tika.replace('8137a3f0', '8b1cd4be').replace('normal', 'upper').replace('_ndard', '_andard'),
          'password',
        ],
      ] as const) {
        const bytes = new Uint8Array(readFileSync(join(badfiles, 'office', file)))
        // oxlint-disable-next-line no-await-in-loop
        expect(`${file}: ${await outcomeOf(bytes, password)}`).not.toContain(': encrypted')
      }
    },
  )
})
