const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/
/** Spreadsheets run a cell that starts so, also after spaces or quotes, and in full-width forms. */
const FORMULA_START = new Set(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠'])

function safeCell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  if (PLAIN_NUMBER.test(text)) return text
  let first = 0
  while (first < text.length && (text[first] === ' ' || text[first] === '"' || text[first] === "'"))
    first += 1
  const start = text[first]
  const typed =
    (start !== undefined && FORMULA_START.has(start)) || text.startsWith('\t') || text.startsWith('\r')
      ? `'${text}`
      : text
  return /[",;\r\n\t]/.test(typed) || typed !== typed.trim() ? `"${typed.replaceAll('"', '""')}"` : typed
}

/** Rows as CSV (RFC 4180, CRLF, byte order mark); no cell is ever run as a formula. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(safeCell).join(',')).join('\r\n')}\r\n`
}
