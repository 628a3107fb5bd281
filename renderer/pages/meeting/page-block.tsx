import type { Block, TableBlock, TextBlock } from '../../../shared/model/document.ts'
import { MarkedText } from '../../components/marked-text.tsx'
import { carrySpans, findPassage } from './find-passage.ts'

export interface Marked {
  readonly text: string
  readonly evidence: readonly { readonly start: number; readonly end: number }[]
}

/** Lines this short were broken on purpose (an address, a list), longer ones by the edge of the page. */
const SHORT_LINE = 56

function flow(text: string): string {
  if (text.includes('\t')) return text
  const lines = text.split('\n')
  return lines.every((line) => line.length < SHORT_LINE) ? text : lines.join(' ')
}

/** One block of the original, as it reads, with the passage's words marked in it. */
export function PageBlock({
  block,
  bodySize,
  marked,
}: {
  block: Block
  bodySize: number
  marked: Marked | null
}) {
  return block.kind === 'table' ? (
    <PageTable block={block} marked={marked} />
  ) : (
    <PageText block={block} bodySize={bodySize} marked={marked} />
  )
}

function PageText({
  block,
  bodySize,
  marked,
}: {
  block: TextBlock
  bodySize: number
  marked: Marked | null
}) {
  const { style } = block
  const text = flow(block.text)
  const found = marked === null ? null : findPassage(text, marked.text)
  const scale = style.fontSize === null ? 1 : Math.min(Math.max(style.fontSize / bodySize, 0.85), 1.7)
  const heading = style.headingLevel !== null
  return (
    <div
      data-marked={marked === null ? undefined : true}
      role={heading ? 'heading' : undefined}
      aria-level={heading ? Math.min((style.headingLevel ?? 1) + 2, 9) : undefined}
      className={`flex gap-2 rounded-sm ${block.furniture === null ? '' : 'text-faint'} ${
        marked === null ? '' : 'bg-customer-soft ring-4 ring-customer-soft'
      } ${heading ? 'pt-2' : ''}`}
      style={{
        fontSize: `${(block.furniture === null ? scale : 0.8) * (heading && style.fontSize === null ? 1.2 : 1)}em`,
        fontWeight: style.bold || heading ? 600 : undefined,
        fontStyle: style.italic ? 'italic' : undefined,
        paddingLeft: style.listLevel === null ? undefined : `${style.listLevel * 1.4 + 0.6}em`,
      }}
    >
      {block.marker !== null && <span className="shrink-0">{block.marker}</span>}
      <span className="min-w-0 break-words whitespace-pre-wrap [tab-size:6]">
        <MarkedText
          text={text}
          spans={marked === null || found === null ? [] : carrySpans(text, marked.text, marked.evidence)}
        />
      </span>
    </div>
  )
}

function PageTable({ block, marked }: { block: TableBlock; marked: Marked | null }) {
  const rows = block.rows.map((row) => ({
    row,
    found: marked !== null && findPassage(row.cells.map((cell) => cell.text).join(' '), marked.text) !== null,
  }))
  // A passage that is no single row is the table's as a whole.
  const whole = marked !== null && !rows.some(({ found }) => found)
  return (
    <div
      className={`overflow-x-auto ${whole ? 'bg-customer-soft ring-4 ring-customer-soft' : ''}`}
      data-marked={whole || undefined}
    >
      <table className="w-full border-collapse text-[0.9em]">
        <tbody>
          {rows.map(({ row, found }, index) => (
            <tr key={index} data-marked={found || undefined} className={found ? 'bg-customer-soft' : ''}>
              {row.cells.map((cell, column) => (
                <td
                  key={column}
                  colSpan={cell.span}
                  className={`px-2 py-1 align-top whitespace-pre-line ${
                    block.ruled ? 'border border-line' : ''
                  } ${cell.bold ? 'font-semibold' : ''}`}
                >
                  {column === 0 && row.marker !== null && `${row.marker} `}
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
