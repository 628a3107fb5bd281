import type { RunLook } from '../flow/flow-content.ts'

/** Where text goes that is read now. */
export type Destination =
  'body' | 'header' | 'footer' | 'note' | 'marker' | 'info' | 'title' | 'fonts' | 'styles' | 'left-out'

/** What a group inherits from the one around it and forgets at its end. */
export interface RtfState {
  destination: Destination
  look: RunLook
  isDeleted: boolean
  font: number
  /** Characters that stand after a \u for readers that do not know it. */
  fallback: number
}

/** What a paragraph keeps until \pard. */
export interface RtfParagraph {
  style: number
  outline: number | null
  inTable: boolean
  depth: number
  isListed: boolean
  listLevel: number
  breakBefore: boolean
}

export const newParagraph = (): RtfParagraph => ({
  style: 0,
  outline: null,
  inTable: false,
  depth: 0,
  isListed: false,
  listLevel: 0,
  breakBefore: false,
})

export interface RtfStyle {
  name: string
  outline: number | null
  look: RunLook
}

/** Destinations whose text is none of the document's. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'colortbl listtable listoverridetable revtbl rsidtbl generator pict objdata objclass objname object fldinst ' +
    'datafield themedata colorschememapping datastore latentstyles xmlnstbl mmathPr pnseclvl nonshppict bkmkstart ' +
    'bkmkend annotation atnid atnauthor atntime atnicn atnref atndate atnparent ftnsep ftnsepc aftnsep aftnsepc ' +
    'filetbl private1 template passwordhash fontemb falt panose sp picprop background formfield pgptbl wgrffmtfilter ' +
    'listname levelnumbers leveltext xe tc rxe txe protusertbl userprops docvar'
  ).split(' '),
)
