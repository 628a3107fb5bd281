const DEFERRED =
  /\b(?:deferred|carried over|held over|not reached|postponed|tabled (?:to|until)|moved to (?:the )?next|taken as read|withdrawn)\b/i

/** True where an item's own title line says that it was not taken. */
export function isDeferral(title: string): boolean {
  return DEFERRED.test(title)
}

/** "Kiosk – deferred to next meeting": what became of an item is no part of its title. */
export function withoutDeferral(title: string): string {
  const match =
    /^(.{3,160}?)\s*[-–—(:]\s*(?:item )?(?:deferred|postponed|carried over|held over|tabled|withdrawn|not reached|taken as read)\b[^()]{0,40}\)?$/i.exec(
      title,
    )
  return match?.[1] ?? title
}

const NOT_TAKEN =
  '(?:not (?:reached|taken|considered|discussed|heard)|deferred|postponed|carried (?:over|forward)|held over|withdrawn)'
const SAID = new RegExp(
  `^(?:(?:this|the) (?:agenda )?(?:item|matter|paper|report|discussion) (?:was|is|has been|had been|would be) ${NOT_TAKEN}\\b|(?:item )?${NOT_TAKEN}\\b[^.]{0,60}\\.?$)`,
  'i',
)

/** The first words of an item's text, where they say no more than that it was put off. */
export function saysDeferred(text: string): boolean {
  return SAID.test(text.slice(0, 240).trim())
}
