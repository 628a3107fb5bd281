import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { structuredDocumentSchema } from '../../../shared/model/analysis.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import type { StructuredDocument } from '../../../shared/model/analysis.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'
import { textDocument } from './text-document.ts'

/** Accept what is said now with: UPDATE_GOLDEN=1 npm test -- --project golden */
const accept = process.env['UPDATE_GOLDEN'] === '1'
const folder = import.meta.dirname
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Everything but where it was read; evidence is checked apart. */
function summary(said: StructuredDocument) {
  return {
    kind: said.kind,
    body: said.body?.value ?? null,
    date: said.date?.value ?? null,
    planned: said.window.planned ? [said.window.planned.start, said.window.planned.end] : null,
    recorded: said.window.recorded ? [said.window.recorded.start, said.window.recorded.end] : null,
    items: said.items.map((item) => ({
      number: item.number,
      title: item.title,
      level: item.level,
      parent: item.parent,
      lead: item.lead,
      purpose: item.purpose,
      role: item.role,
      deferred: item.deferred,
      planned: item.planned
        ? [item.planned.start, item.planned.minutes, item.planned.minutesMax, item.planned.basis]
        : null,
      pages: item.pages,
      recorded: item.recorded ? [item.recorded.start, item.recorded.minutes] : null,
    })),
    passages: said.passages.map((passage) => [passage.item, passage.text]),
    actions: said.actions.map((action) => [
      action.text,
      action.ownerName === null ? action.owner : `${action.owner ?? ''} = ${action.ownerName}`,
      action.due,
      action.dueText,
      action.status,
      action.item,
    ]),
    decisions: said.decisions.map((decision) => [
      decision.kind,
      decision.text,
      decision.mover,
      decision.seconder,
      decision.outcome,
      decision.item,
    ]),
    attendance: said.attendance.map((one) => [one.presence, one.name, one.initials, one.role, one.onlyFor]),
    customerTerms: said.customerTerms,
    warnings: said.warnings.map((warning) => warning.code),
  }
}

describe('golden documents', () => {
  it.each(cases)('%s', (name) => {
    const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.')) ?? ''
    const source = readFileSync(join(folder, name, input), 'utf8')
    const fileName = name === 'transcript' ? 'transcript.vtt' : input
    const document = input === 'input.json' ? documentSchema.parse(JSON.parse(source)) : textDocument(source)
    const said = structureDocument(document, { fileName, dateOrder: 'day-first' })
    expect(() => structuredDocumentSchema.parse(said)).not.toThrow()
    for (const { evidence } of said.items) {
      expect(evidence.rule).not.toBe('')
      expect(evidence.block).not.toBeNull()
    }
    const expected = join(folder, name, 'expected.json')
    if (accept) writeFileSync(expected, `${JSON.stringify(summary(said), null, 2)}\n`)
    expect(existsSync(expected), 'no expected.json: accept with UPDATE_GOLDEN=1').toBe(true)
    expect(summary(said)).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
