import { parseXml } from './parse-xml.ts'

/** The text of the first element of this name; null where there is none, it is blank, or the XML is damaged. */
export function textOfElement(bytes: Uint8Array, name: string): string | null {
  let text = ''
  let depth = 0
  let done = false
  try {
    parseXml(bytes, {
      open: (opened) => {
        if (opened === name && !done) depth += 1
      },
      close: (closed) => {
        if (closed === name && depth > 0) {
          depth -= 1
          done ||= depth === 0
        }
      },
      text: (part) => {
        if (depth > 0) text += part
      },
    })
  } catch {
    return null
  }
  return text.trim() === '' ? null : text.trim()
}
