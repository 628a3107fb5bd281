export interface SourceLine {
  readonly text: string
  /** 1 to 9 where the line is underlined as a heading. */
  readonly headingLevel: number | null
}

const UNDERLINE = /^([=\-~^"#*+`:.'_])\1{2,}$/

/** A line of one repeated mark: an underline or a separator, never text. */
export function isRuleLine(line: string): boolean {
  return UNDERLINE.test(line.trim())
}

/**
 * Finds headings set off by underlines (and overlines) as in reStructuredText, levels by order of first use, and
 * drops lines that only draw a rule.
 */
export function readHeadings(lines: readonly string[]): SourceLine[] {
  const levels: string[] = []
  const result: SourceLine[] = []
  const levelOf = (style: string): number => {
    let at = levels.indexOf(style)
    if (at < 0) at = levels.push(style) - 1
    return Math.min(at + 1, 9)
  }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const below = (lines[index + 1] ?? '').trim()
    const above = (lines[index - 1] ?? '').trim()
    if (isRuleLine(line)) {
      result.push({ text: '', headingLevel: null })
      continue
    }
    const text = line.trim()
    const underlined =
      text !== '' && text.length <= 120 && isRuleLine(below) && below.length >= Math.min(text.length - 2, 40)
    if (!underlined) {
      result.push({ text: line, headingLevel: null })
      continue
    }
    const overlined = above === below ? 'both' : 'under'
    result.push({ text: line, headingLevel: levelOf(`${overlined}${below[0] ?? ''}`) })
  }
  return result
}
