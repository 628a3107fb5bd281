import PdfKit from 'pdfkit'

/** Numbers that look drawn by chance but are the same on every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const subjects = [
  'The Chief Executive',
  'The Finance Director',
  'The audit committee',
  'The regional team',
  'Management',
  'The customer council',
  'The project board',
  'The company secretary',
]
const verbs = [
  'reported that',
  'noted that',
  'explained why',
  'set out how',
  'confirmed that',
  'asked whether',
  'reminded members that',
]
const facts = [
  'three large accounts had moved their orders into the next quarter',
  'complaints about late deliveries had fallen since the depot opened earlier',
  'the forecast for the year now stood below the budget agreed in March',
  'the lease on the northern warehouse would end within eighteen months',
  'two subscribers visited in May could not say whom to call when a delivery failed',
  'cash collected from customers was behind plan by four days of sales',
  'the new payroll system would be tested alongside the old one until June',
  'staff turnover had settled after the change of shift pattern',
  'those who left gave price as the reason less often than the difficulty of reaching anyone',
  'the bank had agreed to test the covenant on the average of two quarters',
  'the insurers had asked for a survey of the roof before renewal',
  'revenue from the five largest customers had grown by six per cent',
]
const tails = [
  'and would return with a paper in the autumn.',
  'which the board discussed at some length before moving on.',
  'although the figures were not yet audited.',
  'and no decision was needed today.',
  'and the chair asked for names and dates at the next meeting.',
  'with the detail set out in the appendix to this report.',
]

const papers = [
  'Chief executive’s report',
  'Financial performance',
  'Forecast for the year',
  'Customer experience review',
  'Complaints and what was done',
  'Risk register',
  'Property and leases',
  'People report',
  'Technology programme',
  'Health and safety',
  'Audit committee report',
  'Capital spending',
]

/**
 * A board pack with bookmarks, an agenda with times and page ranges, papers with cover sheets, running headers
 * and footers, prose and tables: the same bytes on every run.
 *
 * @param pages how many pages the pack has, at least 30
 */
export async function generatePack(pages: number): Promise<Uint8Array> {
  const random = seededRandom(pages)
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const sentence = () => `${pick(subjects)} ${pick(verbs)} ${pick(facts)}, ${pick(tails)}`
  const perPaper = Math.floor((pages - 2) / papers.length)
  const firstPage = (index: number) => 3 + index * perPaper
  const lastPage = (index: number) => (index === papers.length - 1 ? pages : firstPage(index + 1) - 1)

  const pdf = new PdfKit({
    size: 'A4',
    margins: { top: 72, bottom: 40, left: 64, right: 64 },
    bufferPages: false,
    autoFirstPage: false,
    info: { Title: 'Board pack', CreationDate: new Date(Date.UTC(2026, 3, 1)) },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve) => pdf.on('end', () => resolve()))

  let number = 0
  const newPage = () => {
    pdf.addPage()
    number += 1
    pdf.font('Helvetica').fontSize(8)
    pdf.text('Marrow & Pike Limited | Board of Directors | Confidential', 64, 30, { lineBreak: false })
    pdf.text(`Page ${number} of ${pages}`, 64, 810, { lineBreak: false })
    pdf.font('Helvetica').fontSize(11)
    pdf.text('', 64, 72)
  }

  newPage()
  pdf.font('Helvetica-Bold').fontSize(22).text('Board of Directors', 64, 240)
  pdf.font('Helvetica').fontSize(14).text('Papers for the meeting on Wednesday 22 April 2026')
  pdf.outline.addItem('Cover')

  newPage()
  pdf.outline.addItem('Agenda')
  pdf.font('Helvetica-Bold').fontSize(14).text('Agenda')
  pdf.font('Helvetica').fontSize(10).text('Wednesday 22 April 2026, 09:00 to 13:00, Long Room').moveDown()
  papers.forEach((title, index) => {
    const y = pdf.y + 4
    pdf.text(`${index + 1}.`, 64, y, { lineBreak: false })
    pdf.text(title, 92, y, { lineBreak: false })
    pdf.text(`${15 + 5 * (index % 3)} min`, 380, y, { lineBreak: false })
    pdf.text(`${firstPage(index)}–${lastPage(index)}`, 460, y)
  })

  papers.forEach((title, index) => {
    newPage()
    pdf.outline.addItem(`${index + 1}. ${title}`)
    pdf
      .font('Helvetica-Bold')
      .fontSize(13)
      .text(`${index + 1}. ${title}`)
      .moveDown()
    pdf.font('Helvetica').fontSize(11)
    for (const [label, value] of [
      ['Agenda item', String(index + 1)],
      ['Author', pick(subjects)],
      ['Purpose', pick(['For decision', 'For discussion', 'For information'])],
      ['Recommendation', 'The board is asked to note the report.'],
    ] as const) {
      const y = pdf.y + 4
      pdf.text(label, 64, y, { lineBreak: false })
      pdf.text(value, 180, y)
    }
    pdf.text('', 64, pdf.y + 12)
    for (;;) {
      while (pdf.y < 700) {
        if (random() < 0.12) {
          for (let row = 0; row < 5; row += 1) {
            const y = pdf.y + 4
            pdf.text(pick(['North', 'South', 'Retail', 'Trade', 'Online']), 64, y, { lineBreak: false })
            for (let column = 0; column < 4; column += 1)
              pdf.text(String(Math.floor(random() * 9000) + 100), 200 + column * 80, y, { lineBreak: false })
            pdf.text('', 64, y + 14)
          }
          pdf.moveDown()
        } else {
          pdf
            .text([sentence(), sentence(), sentence()].join(' '), 64, pdf.y, { width: 460, lineGap: 3 })
            .moveDown()
        }
      }
      if (number >= lastPage(index)) break
      newPage()
    }
  })
  pdf.end()
  await finished
  return Buffer.concat(chunks)
}
