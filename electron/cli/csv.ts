/** What a spreadsheet would take for a formula: its signs, also in full width, also after quotes and space. */
const FORMULA = /^['"\s]*[=+\-@\t\r＝＋－＠]/u
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const LEADING_CONTROL = /^[\t\r\n]/

/** One cell of a CSV file (RFC 4180) that no spreadsheet runs: text that could be a formula gets a leading apostrophe. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const inert =
    !PLAIN_NUMBER.test(text) && (FORMULA.test(text) || LEADING_CONTROL.test(text)) ? `'${text}` : text
  return /[",\r\n\t]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert
}

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
