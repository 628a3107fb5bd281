/** Bullets as fonts give them, private-use glyphs of Symbol and Wingdings among them. */
const BULLET = /^[•●○◦▪▫■□◆◇►▶➢➤✓✔☐☑☒–—·‣⁃*o§\uF000-\uF0FF-]$/u
const NUMBER =
  /^\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,6})[.)]$|^\(?\d{1,3}(?:\.\d{1,3}){1,3}[.)]?$|^\((?:\d{1,3}|[a-z])\)$/
const CLOCK = /^\d{1,2}[.:]\d{2}$/

/** A list bullet or an item number standing by itself: "•", "4.", "4.1", "a)". Never "7:30". */
export function isLineMarker(text: string): boolean {
  return BULLET.test(text) || (NUMBER.test(text) && !isClockTime(text))
}

/** "7:30" or "07.30"; "4.1" and "4.75" are no clock times, and "4.10" is taken for one. */
export function isClockTime(text: string): boolean {
  if (!CLOCK.test(text)) return false
  const [hours, minutes] = text.split(/[.:]/)
  return Number(hours) < 24 && Number(minutes) < 60
}

const STARTS_ITEM =
  /^(?:[•●○◦▪▫■□◆◇►▶➢➤✓✔☐☑☒‣⁃\uF000-\uF0FF]|[*–—-] |o |\(?\d{1,3}[.)]\s|\(?[A-Za-z][.)]\s|\(?[ivxlIVXL]{1,6}[.)]\s|\d{1,3}(?:\.\d{1,3}){1,3}[.)]?\s|\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m|[-–—]|$|\s))/u

/** A line that begins with a bullet, an item number or a time: it never continues the paragraph above. */
export function startsNewItem(text: string): boolean {
  return STARTS_ITEM.test(text.slice(0, 24))
}
