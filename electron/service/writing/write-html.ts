import { createHash } from 'node:crypto'
import { HATCHED, SHARE_COLOURS, partsOfWhole } from './share-colours.ts'
import type { WrittenBlock, WrittenCell, WrittenDocument, WrittenShares } from './written-document.ts'
import { plainLine } from './written-document.ts'

const STYLE = `
:root { color: #1a1d22; background: #faf9f6; font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font: 600 1.75rem/1.2 Georgia, "Times New Roman", serif; margin: 0 0 .25rem; }
h2 { font: 600 1.2rem/1.3 Georgia, "Times New Roman", serif; margin: 1.75rem 0 .4rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
p { margin: .4rem 0; } .strong { font-weight: 600; } .quiet { color: #55595f; font-size: .87rem; }
blockquote { margin: .2rem 0 .9rem; padding-left: .9rem; border-left: 3px solid #b5bac3; }
ul { margin: .3rem 0; padding-left: 1.2rem; } li { margin: .25rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .9rem; }
th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #e3e0d9; vertical-align: top; }
.right { text-align: right; } .below { display: block; color: #55595f; font-size: .87rem; }
caption { text-align: left; font-weight: 600; padding: .8rem 0 .3rem; } svg { display: block; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; font-size: .87rem; }
.legend li { display: flex; align-items: center; gap: .4rem; } .pale { opacity: .5; }
.box { display: inline-block; margin-right: 1.2rem; } hr { border: 0; border-bottom: 1px solid #b8b5ad; height: 1.6rem; }
@media print { :root { background: #fff; font-size: 11px; } body { margin: 0; max-width: none; } .page { break-before: page; } }
`

const HASH = createHash('sha256').update(STYLE).digest('base64')
/** Even where a reader allows everything, the file may load and run nothing. */
const POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`

const escaped = (text: string): string =>
  plainLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** The document as one HTML file that stands alone: no script, no link, no picture, nothing from elsewhere. */
export function writeHtml(document: WrittenDocument): Uint8Array {
  const body = document.blocks.map((block, index) => blockOf(block, index)).join('\n')
  const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escaped(document.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
  return new TextEncoder().encode(page)
}

function blockOf(block: WrittenBlock, index: number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'paragraph':
      if (block.look === 'quote') return `<blockquote>${escaped(block.text)}</blockquote>`
      return `<p${block.look === undefined ? '' : ` class="${block.look}"`}>${escaped(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'table': {
      const side = (at: number): string => (block.columns[at]?.align === 'right' ? ' class="right"' : '')
      const head = block.columns.map(
        (column, at) => `<th scope="col"${side(at)}>${escaped(column.head)}</th>`,
      )
      const cell = (given: WrittenCell | undefined): string =>
        escaped(given?.text ?? '') +
        (given?.below ?? []).map((line) => `<span class="below">${escaped(line)}</span>`).join('')
      const rows = block.rows.map(
        (cells) =>
          `<tr>${block.columns.map((_, at) => `<td${side(at)}>${cell(cells[at])}</td>`).join('')}</tr>`,
      )
      return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
    }
    case 'shares':
      return sharesOf(block, index)
    case 'new page':
      return '<div class="page"></div>'
    case 'choices':
      return `<p>${block.options.map((option) => `<span class="box">☐ ${escaped(option)}</span>`).join('')}</p>`
    case 'lines':
      return '<hr>'.repeat(block.count)
  }
}

const BAR = { width: 260, height: 12 }

function sharesOf(shares: WrittenShares, index: number): string {
  const hatch = `hatch${index}`
  const fill = (focus: keyof typeof SHARE_COLOURS): string =>
    focus === HATCHED ? `url(#${hatch})` : SHARE_COLOURS[focus]
  const pattern = `<svg width="0" height="0" aria-hidden="true"><defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${SHARE_COLOURS.numbers}"/><rect width="2.5" height="6" fill="${SHARE_COLOURS.customer}"/></pattern></defs></svg>`
  const legend = shares.legend.map(
    ({ focus, label }) =>
      `<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="${fill(focus)}"/></svg>${escaped(label)}</li>`,
  )
  const bar = ({ parts, pale }: WrittenShares['rows'][number]): string => {
    let x = 0
    const drawn = partsOfWhole(parts).map(({ focus, part }) => {
      const width = BAR.width * part
      const rect = `<rect x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="${BAR.height}" fill="${fill(focus)}"/>`
      x += width
      return rect
    })
    return `<svg width="${BAR.width}" height="${BAR.height}"${pale ? ' class="pale"' : ''} aria-hidden="true">${drawn.join('')}</svg>`
  }
  const [first = '', ...figures] = shares.heads
  const rows = shares.rows.map(
    (row) =>
      `<tr><th scope="row">${escaped(row.label)}</th><td>${bar(row)}</td>${row.figures.map((words) => `<td>${escaped(words)}</td>`).join('')}</tr>`,
  )
  return `${pattern}<ul class="legend">${legend.join('')}</ul>
<table><caption>${escaped(shares.caption)}</caption><thead><tr><th scope="col">${escaped(first)}</th><td></td>${figures.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}
