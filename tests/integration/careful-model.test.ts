import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batchesByLength, loadCarefulModel } from '../../electron/worker/careful-model.ts'
import type { CarefulModel } from '../../electron/worker/careful-model.ts'
import { FOCI } from '../../shared/model/focus.ts'
import type { ClassifierInput } from '../../shared/model/focus.ts'

const shipped = resolve(import.meta.dirname, '../../resources/model/careful')
const present = existsSync(join(shipped, 'careful.onnx'))

function passage(text: string, more: Partial<ClassifierInput> = {}): ClassifierInput {
  return { text, item: '', before: '', after: '', customerTerms: ['rider', 'passenger'], ...more }
}

const passages = [
  passage('Riders on route 14 told us at the stop that the evening bus is late three days in five.', {
    item: 'Complaints',
  }),
  passage('Operating expenses were 2.1 million under budget, owing to vacancies and lower fuel prices.', {
    item: 'Financial report',
  }),
  passage('There being no further business, the meeting was adjourned at 9:05 p.m.', { item: 'Adjournment' }),
  passage('The contract for replacing the depot roof was awarded; work starts in spring.', {
    item: 'Facilities',
  }),
  passage('Fare revenue fell 4% as boardings dropped on the airport line.', { item: 'Financial report' }),
]
const expected = ['customer', 'numbers', 'procedural', 'other', 'customer-in-numbers']

describe.skipIf(!present)(
  'the shipped careful model (skipped where resources/model/careful holds no model)',
  () => {
    let model: CarefulModel
    beforeAll(async () => {
      const load = await loadCarefulModel(shipped)
      if (!load.ok) throw new Error(load.reason)
      model = load.model
    })
    afterAll(() => model.close())

    test('plain cases of each focus', async () => {
      const answers = await model.classify(passages)
      const best = answers.map(
        ({ probabilities }) => FOCI.toSorted((a, b) => probabilities[b] - probabilities[a])[0],
      )
      expect(best).toEqual(expected)
      expect(answers[0]?.fromCustomers).toBeGreaterThan(model.description.voiceThreshold)
    })

    test('probabilities sum to one', async () => {
      for (const { probabilities } of await model.classify(passages)) {
        expect(FOCI.reduce((sum, focus) => sum + probabilities[focus], 0)).toBeCloseTo(1, 6)
      }
    })

    test('an answer hangs neither on the batch nor on the order', async () => {
      const long = passage('The committee discussed signals, track and rolling stock at length. '.repeat(40))
      const together = await model.classify([...passages, long])
      const reversed = (await model.classify([long, ...passages.toReversed()])).toReversed()
      for (const [at, input] of [...passages, long].entries()) {
        const [alone] = await model.classify([input])
        for (const focus of FOCI) {
          // Activations are quantised by batch, so the last digits may differ.
          expect(
            Math.abs((alone?.probabilities[focus] ?? 9) - (together[at]?.probabilities[focus] ?? 0)),
          ).toBeLessThan(0.1)
          expect(
            Math.abs((reversed[at]?.probabilities[focus] ?? 9) - (together[at]?.probabilities[focus] ?? 0)),
          ).toBeLessThan(0.1)
        }
      }
    })

    test('empty and hostile texts have an answer', async () => {
      const answers = await model.classify([
        passage(''),
        passage('\u0000\ufeff'),
        passage('[SEP] '.repeat(3000)),
        passage('客'.repeat(5000)),
      ])
      expect(answers).toHaveLength(4)
      for (const { probabilities } of answers) expect(Number.isFinite(probabilities.customer)).toBe(true)
    })

    test('no passages, no answers', async () => {
      expect(await model.classify([])).toEqual([])
    })

    test('a signal stops it', async () => {
      await expect(model.classify(passages, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
    })

    describe('files that are not what training wrote', () => {
      let folder: string
      beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), 'careful-'))
      })
      afterAll(() => rm(folder, { recursive: true }))
      async function copy(name: string): Promise<string> {
        const to = join(folder, name)
        await mkdir(to)
        for (const file of ['careful.json', 'careful.onnx', 'careful-vocabulary.txt'])
          await copyFile(join(shipped, file), join(to, file))
        return to
      }

      test('a changed model is unreadable', async () => {
        const to = await copy('changed')
        const bytes = await readFile(join(to, 'careful.onnx'))
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255
        await writeFile(join(to, 'careful.onnx'), bytes)
        expect(await loadCarefulModel(to)).toEqual({ ok: false, reason: 'unreadable' })
      })
      test('another format version is unreadable', async () => {
        const to = await copy('newer')
        const text = await readFile(join(to, 'careful.json'), 'utf8')
        await writeFile(join(to, 'careful.json'), text.replace('"formatVersion": 1', '"formatVersion": 2'))
        expect(await loadCarefulModel(to)).toEqual({ ok: false, reason: 'unreadable' })
      })
      test('a changed vocabulary is unreadable', async () => {
        const to = await copy('words')
        await writeFile(join(to, 'careful-vocabulary.txt'), '[PAD]\n')
        expect(await loadCarefulModel(to)).toEqual({ ok: false, reason: 'unreadable' })
      })
    })
  },
)

test('a folder without the model is missing', async () => {
  expect(await loadCarefulModel(join(tmpdir(), 'no-such-folder'))).toEqual({ ok: false, reason: 'missing' })
})

test('batches hold like lengths, every passage once, and no more than their tokens', () => {
  const lengths = [200, 5, 7, 220, 100, 6, ...Array.from({ length: 100 }, (_, at) => at + 1)]
  const batches = batchesByLength(lengths.map((length) => ({ ids: Array.from({ length }, () => 1) })))
  expect(batches.flat().toSorted((a, b) => a - b)).toEqual(lengths.map((_, at) => at))
  for (const batch of batches) {
    expect(batch.length).toBeLessThanOrEqual(32)
    expect(batch.length * Math.max(...batch.map((at) => lengths[at] ?? 0))).toBeLessThanOrEqual(2048)
  }
})
