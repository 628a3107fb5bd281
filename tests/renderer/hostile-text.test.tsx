import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { carrySpans, findPassage } from '../../renderer/pages/meeting/find-passage.ts'
import { fakeMeeting } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import { renderApp, setUpPage } from './render-app.tsx'

setUpPage()

const HOSTILE = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg/onload=window.pwned=1>',
  'javascript:alert(1)',
  '{{constructor.constructor("return 1")()}}',
  '\u202Egnp.exe',
  '</mark><b>bold</b>',
]

describe('text of a document', () => {
  it.each(HOSTILE)('is shown as it is: %s', async (text) => {
    const meeting = fakeMeeting('aaaa', '2026-05-12', [
      {
        title: text,
        minutes: 10,
        passages: [{ text: `before ${text} after`, focus: 'customer', words: text }],
      },
    ])
    const named = {
      ...meeting,
      board: text,
      documents: meeting.documents.map((document) => ({ ...document, name: text })),
    }
    renderApp('#/meeting/meetingaaaa', createFakeService([named]))
    const grid = await screen.findByRole('grid', { name: 'Passages' })
    const row = within(grid).getByRole('row')
    expect(row.textContent).toContain(`before ${text} after`)
    expect(row.querySelector('mark')?.textContent).toBe(text)
    expect(document.querySelectorAll('img, script, b, svg[onload]')).toHaveLength(0)
    expect('pwned' in window).toBe(false)
  })

  it('keeps marks within the text when offsets are wrong', async () => {
    const meeting = fakeMeeting('aaaa', '2026-05-12', [
      { title: 'One', minutes: 10, passages: [{ text: 'Short.', focus: 'customer' }] },
    ])
    const passages = meeting.passages.map((passage) => ({
      ...passage,
      evidence: [
        { start: 4, end: 400, text: '', weight: 1 },
        { start: 2, end: 5, text: '', weight: 1 },
        { start: 90, end: 99, text: '', weight: 1 },
      ],
    }))
    renderApp('#/meeting/meetingaaaa', createFakeService([{ ...meeting, passages }]))
    const grid = await screen.findByRole('grid', { name: 'Passages' })
    expect(grid.textContent).toContain('Short.')
    expect([...grid.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['ort', '.'])
  })
})

describe('finding a passage on its page', () => {
  it('looks through line ends, tabs and bullets', () => {
    const block = '•\tThe board heard\nfrom households.'
    expect(findPassage(block, 'The board heard from households.')).toEqual({ start: 2, end: 33 })
    const passage = 'The board heard from households.'
    const spans = carrySpans(block, passage, [{ start: 16, end: 31 }])
    expect(spans.map(({ start, end }) => block.slice(start, end))).toEqual(['from households'])
  })

  it('says that it is not there', () => {
    expect(findPassage('Something else', 'The board')).toBeNull()
    expect(findPassage('Something else', '…')).toBeNull()
    expect(carrySpans('Something else', 'The board', [{ start: 0, end: 3 }])).toEqual([])
  })
})
