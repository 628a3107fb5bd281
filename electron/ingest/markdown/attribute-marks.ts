const ATTRIBUTES = '\\{(?:\\s?(?:[#.][\\w.-]{1,200}|[a-z-]{1,30}="[^"{}\\n]{0,300}")){1,8}\\s?\\}'
const SPAN = new RegExp(`\\[([^\\][]{0,400})\\]${ATTRIBUTES}`, 'g')
const LOOSE = new RegExp(ATTRIBUTES, 'g')
const FENCED_DIVISION = /^[ \t]{0,3}:{3,}.*$/gm

/**
 * Markdown made from web pages carries their looks in marks of its own: `[words]{style="…"}`, `{#anchor .class}`,
 * `::: container`. The words stay; the marks go.
 */
export function withoutAttributeMarks(source: string): string {
  if (!/\{[#.\s]?[\w-]{1,200}[=}\s]|^ {0,3}:::/m.test(source)) return source
  return source.replace(SPAN, '$1').replace(LOOSE, '').replace(FENCED_DIVISION, '')
}
