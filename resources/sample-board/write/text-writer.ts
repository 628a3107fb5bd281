import type { Block, Sheet } from '../sheet.ts'

const WIDTH = 84

/** Writes Markdown, as teams keep it who hold their papers in a repository. */
export function writeMarkdown(sheet: Sheet): Buffer {
  const lines: string[] = []
  let listed = false
  for (const block of sheet.blocks.filter(({ kind }) => kind !== 'space')) {
    const list = block.kind === 'bullet'
    if (listed && !list) lines.push('')
    lines.push(...markdownOf(block))
    if (!list) lines.push('')
    listed = list
  }
  return Buffer.from(`${lines.join('\n').trimEnd()}\n`, 'utf8')
}

function markdownOf(block: Block): string[] {
  switch (block.kind) {
    case 'bookmark':
    case 'page-break':
    case 'space':
      return []
    case 'heading':
      return [`${block.level === 1 ? '##' : '###'} ${block.text}`]
    case 'text':
      if (block.look === 'title') return [`# ${block.text}`]
      if (block.look === 'bold' || block.look === 'right-bold') return [`**${block.text}**`]
      if (block.look === 'italic') return [`_${block.text}_`]
      return [block.text]
    case 'numbered':
      return [`${block.label} ${block.text}`]
    case 'bullet':
      return [`${'  '.repeat(block.level)}- ${block.text}`]
    case 'table': {
      const head = block.head ?? block.widths.map(() => ' ')
      return [head, head.map(() => '---'), ...block.rows].map((cells) => `| ${cells.join(' | ')} |`)
    }
  }
}

/** Writes plain text as typed for an e-mail: wrapped lines, underlined headings, hanging numbers. */
export function writePlainText(sheet: Sheet): Buffer {
  const lines = [sheet.header, '', ...sheet.blocks.flatMap(plainOf), '', sheet.footer]
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8')
}

function plainOf(block: Block): string[] {
  switch (block.kind) {
    case 'bookmark':
    case 'page-break':
      return []
    case 'space':
      return ['']
    case 'heading':
      return ['', block.text.toUpperCase(), '']
    case 'text':
      if (block.look === 'title') return [block.text.toUpperCase(), '='.repeat(block.text.length), '']
      return [...wrap(block.text, ''), '']
    case 'numbered':
      return [...wrap(block.text, block.label.padEnd(6)), ...(block.bold ? [] : [''])]
    case 'bullet':
      return wrap(block.text, `${' '.repeat(2 + block.level * 2)}- `)
    case 'table':
      return [
        ...block.rows.map((cells) =>
          cells
            .map((cell, i) => cell.padEnd(Math.round((block.widths[i] ?? 0) * WIDTH)))
            .join('')
            .trimEnd(),
        ),
        '',
      ]
  }
}

/** Breaks words into lines; the first line starts with `lead`, the others are indented as far. */
function wrap(words: string, lead: string): string[] {
  const lines: string[] = []
  let line = lead
  let empty = true
  for (const word of words.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = ' '.repeat(lead.length)
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}
