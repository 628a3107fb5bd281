import type { ItemRole } from '../../../model/analysis.ts'

const BREAK =
  /^(?:(?:short |brief |coffee |tea |lunch |comfort |refreshment |dinner |\d{1,2}[- ]minute )*(?:break|recess|lunch|luncheon|dinner|coffee|tea|refreshments|adjourn for lunch)(?: break)?(?: and networking| \/ networking)?|working lunch|networking lunch|intermission|interval)\b[\s.!:]*$/i

/** Titles under which a meeting runs itself: they hold no substance of their own. */
const PROCEDURAL: readonly RegExp[] = [
  /^(?:the )?(?:meeting )?(?:call(?:ed)?(?: the)?(?: meeting)? to order|opening(?: of (?:the )?meeting| remarks| business| items| formalities| ceremonies)?|open(?: the)? meeting|meeting opened|open forum procedures|welcome|introduction|introductions|chair(?:man|person)?['’]?s? (?:welcome|opening|introduction)|chair(?:man|person)?['’]s opening|start of meeting|meeting open(?:ed|ing)?|roll[- ]?call|quorum|establish(?:ment of)? (?:a )?quorum|confirmation of quorum|invocation|pledge|flag salute|moment of silence|land acknowledge?ment|opening prayer|prayer|sign[- ]in|housekeeping|standing items?$|administrative matters|preliminar(?:y|ies))\b/i,
  /^(?:to receive |receive |to note |record )?(?:any )?(?:apolog(?:y|ies)|absences?|attendance|attendees|present$|in attendance$|membership and apologies)\b/i,
  /^(?:to (?:receive|note|make|consider|record) )?(?:any )?(?:consider )?(?:disclosures?|declarations?|notification|register|conflicts?|confirmation) of (?:(?:members['’]? |conflicts? of |pecuniary |directors['’]? |personal |any )*)(?:interests?|conflicts?|disclosable)/i,
  /^(?:declarations|conflicts? of interest|conflict declarations|interests?$|ex parte)\b/i,
  /^(?:to )?(?:review(?: and| &)? )?(?:agree|adopt|adoption|approve|approval|accept|acceptance|confirm|confirmation|receive|review|sign|signing|ratif\w+|correct\w*|reading)(?: and \w+| &\s?\w+|\/\s?\w+)?(?: of)?(?: the| any)?(?: draft| previous| last| past| prior| public| open| board| council| meeting| regular| committee| amended| final| consent| changes to the| proposed| secretary['’]s| order of| \w+ \d{1,2}(?:, \d{4})?,?)* (?:minutes|agenda|note|notes|business)\b/i,
  /^(?:draft )?(?:minutes?|notes?)(?: and actions?)?(?: (?:of|from|for|approval))?(?: the| our)?(?: previous| last| past| prior| board| meetings?| \w+ meeting)*\b(?!.*\b(?:report|finance|budget)\b)/i,
  /^(?:previous|last|prior|past) (?:meeting(?:['’]s)? )?(?:minutes|meeting|notes)\b/i,
  /^(?:approv\w+\/)?(?:changes?|additions?|amendments?|corrections?|modifications?|deletions?|adjustments?)(?: (?:and|or|to|&)(?: \w+)?)*(?:\/\w+)* (?:to )?(?:the )?(?:agenda|minutes)\b/i,
  /^(?:order of )?agenda(?: (?:review|approval|changes|additions|bashing|adoption|adjustments?|modifications?))?$/i,
  /^(?:review|agree|set)(?: of)?(?: the)? agenda\b/i,
  /^(?:matters|actions?|business|issues)(?: items?)?(?: arising| from| outstanding)(?:\b|$)/i,
  /^(?:review of |update on |outstanding |open |previous |prior |follow[- ]?up )*(?:action|actions)(?: items?| log| points?| list| tracker| matrix| review| register| items? review)*(?: (?:from|of|arising).*)?$/i,
  /^(?:board |rolling )?action (?:matrix|log|tracker|list|points?)\b/i,
  /^(?:any )?(?:other|urgent|further|additional) (?:urgent |competent |)business\b|^a\.?\s?o\.?\s?b\b\.?|^any other (?:business|matters|items|competent)/i,
  /^(?:urgent items|late items|items? (?:of|for) urgent)\b/i,
  /^(?:(?:meeting|motion (?:to|for)|call for|a motion to) )?(?:adjourn(?:ment|ed)?|clos(?:e|ing|ure)(?: of (?:the )?(?:meeting|business)| meeting| remarks)?|meeting (?:close|closed|adjourned|end(?:ed|s)?)|end(?: of meeting)?|wrap[- ]?up|conclusion|meeting finish|finish|adjourned)\b(?!.*session)(?:\s*(?:at\b.*|[-–:.].*|motion.*|of.*|and.*)?)$/i,
  /^(?:(?:date|time|dates|schedule|venue|confirm\w*|set|location|place|day)(?:,? (?:and|&|,|\/)? ?(?:time|place|location|venue|date|agenda|proposed agenda))*,? (?:of|for) )?(?:the )?(?:next|future|forthcoming|upcoming|following) (?:\w+ ){0,3}meetings?\b/i,
  /^next (?:\w+ )?meeting(?:s| date| dates)?\b|^future meetings?\b|^meeting dates?\b|^dates? (?:of|for) (?:next|future)\b|^date of meetings?\b|^next (?:call|date)\b/i,
  /^(?:motion|resolution|move|resolve|to resolve|vote|adjourn|recess|reconvene|convene|return|enter|exit|go)(?: to)?(?: move| go| adjourn| convene| enter| recess| return)?(?: in)?to (?:a |an |the )?(?:closed|executive|private|open|public|regular|in[- ]camera) session/i,
  /^(?:reconvene|recess|return to open|closed session announcement|recess to|exclusion of (?:the )?(?:press|public))\b/i,
  /^(?:public participation procedure|meeting (?:protocol|evaluation|review|details)|review of (?:the )?meeting|reflections? on (?:the )?meeting|meeting effectiveness)\b/i,
  /^(?:facilitator|timekeeper|note[- ]?taker|appoint(?:ment of)? (?:a )?(?:chair|secretary|facilitator) (?:for|of) (?:the )?meeting|meeting orientation|presentation of (?:the )?(?:main )?agenda|closed session report|report from closed session)\b/i,
  /^(?:questions?|thanks|thank you|good ?byes?|good of the order|acknowledge?ments?$)\b.{0,12}$/i,
  /^(?:consent agenda|consent calendar|consent items|consent considerations)$/i,
]

/** Titles that boards everywhere use: their presence shows what a document's item headings look like. */
const TOPIC_MODIFIERS = new Set(
  `the old new unfinished ongoing continuing general correspondence board other special main public regular current
  pending standing strategic committee staff council governance executive officer officers treasurer treasurers
  secretary secretarys president presidents chair chairs chairman chairmans chairperson finance financial director
  directors chief ceo ceos cfo manager managers superintendent superintendents librarian librarians library clerk clerks
  engineer engineers attorney attorneys legal membership audit risk quality performance operations operational
  operating administrative administrator administrators departmental department monthly annual quarterly budget health
  safety headteacher headteachers principal principals trustee trustees policy personnel liaison subcommittee working
  group subsidiary representative informational information action discussion decision consent email electronic program
  programme project projects website social media event events fundraising marketing communications planning highways
  district county city borough school student union member members community facilities technology it oral building
  grounds management medical clinical customer and & of or to from by on`.split(/\s+/),
)
const TOPIC_NOUNS = new Set(
  `business report reports update updates item items matters comment comments hearing hearings communications forum
  participation session agenda considerations consideration review statements statement announcements issues discussion
  discussions summary committee committees accounts action actions votes calendar presentations presentation remarks
  policies plan budget questions input reporting topics minutes`.split(/\s+/),
)

/** "Treasurer's report", "Old business": only such words, ending in such a noun. */
function isCommonTopic(plain: string): boolean {
  const words = plain
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[\s/,-]+/)
    .filter(Boolean)
  const last = words.at(-1)
  if (!last || words.length < 2 || words.length > 8 || !TOPIC_NOUNS.has(last)) return false
  return words.every((w) => TOPIC_MODIFIERS.has(w) || TOPIC_NOUNS.has(w))
}

const SHORT_TOPIC =
  /^(?:(?:committee|officer|staff|board|department|director)?s?['’]? ?reports?(?: (?:and|&) (?:comments?|updates?))?|reports? (?:of|from|to|by)\b.*|presentations?(?: and correspondence)?|correspondence(?: received)?|communications?|announcements?|elections?(?: of officers)?|nominations?|public (?:comments?|participation|hearings?|forum|question time|input|session)|open (?:forum|period(?: comments)?|session)|oral communications.*|citizens?['’]? (?:comments?|communications?|forum|to be heard).*|closed session.*|executive session.*|in camera.*|resolutions?|ordinances?|new members?|treasurer|secretary|president|finance|finances|financials?|membership|budget(?: summary)?|fundraising|old business|new business|unfinished business|updates?|discussion(?: items?)?|action items|information(?: items)?|items for (?:action|discussion|information|decision)|recommended actions?|other matters|upcoming events|planning(?: applications| matters)?|payments?(?: of (?:bills|accounts))?|bills(?: for payment)?|councill?ors?['’]? (?:reports?|items).*|ratif(?:y|ication)\b.*|website|governance|chief executive['’]?s? report.*|strategy|risk register|policies|highways|forward plan|workplan|work ?programme.*|committees|q ?& ?a\b.*|open forum|main agenda|committee reports?|items initiated by.*|future agenda items|board member reports?|special order of business|student reports?|awards?(?: and recognitions?)?|proclamations?|recognitions?|ceremonial items|study session.*|new business|hearings?)$/i

const clean = (title: string) => title.replace(/^[\s"“'‘*_]+|[\s"”*_:;.]+$/g, '').replace(/\s+/g, ' ')

export function itemRole(title: string): ItemRole {
  const plain = clean(title)
  if (plain === '') return 'procedural'
  if (BREAK.test(plain)) return 'break'
  return isProcedural(plain) ? 'procedural' : 'topic'
}

function isProcedural(plain: string): boolean {
  if (plain.length > 160) return false
  return PROCEDURAL.some((pattern) => pattern.test(plain))
}

/** A title known from board papers everywhere, procedural or not. */
export function isKnownTitle(title: string): boolean {
  const plain = clean(title)
  if (plain.length > 110 || plain.length < 3) return false
  if (plain.split(' ').length > 14) return false
  return BREAK.test(plain) || isProcedural(plain) || SHORT_TOPIC.test(plain) || isCommonTopic(plain)
}

/** Headings around an agenda that are not items of it. */
const CONTAINER =
  /^(?:the )?(?:(?:draft|proposed|final|meeting|board|public|today['’]?s|full|detailed|tentative|approved|unapproved) )*(?:agenda(?: items?| topics)?|minutes|meeting(?: (?:minutes|notes|details|information|info|agenda))?|notes|discussion notes|items|topics|order of business|table of contents|contents|index)\s*:?$/i
const NOT_ITEM =
  /^(?:(?:board |committee |council |voting |non-?voting |staff |other |district |ex[- ]officio |current |public |expected |invited |also |members? |directors? |trustees? |tac |honorary |executive )*(?:members?|directors?|attendees?|attendance|participants?|participating|present|absent|guests?|regrets|roll of attendance|visitors?|observers?|invitees|panel members|officials|counsel|staff|in attendance|apologies|others?|officers|executives?|quorum|chair|leave of absence|absences|non-members|secretariat)(?: (?:present|absent|attending|in attendance|members?|attendees?|list|and \w+))*|(?:meeting )?(?:date|time|location|venue|place|when|where|links?|resources|recording|recordings|zoom|join|dial-in|details|logistics|information|info|documents?|attachments?|appendi(?:x|ces)|annex(?:es)?|references?|see also|background documents|footnotes?|navigation|table of contents|motion|motions|vote|votes|discussion|decision|decisions|recommendation|recommendations|outcome|resolution|summary|rationale|purpose|background|action|actions|action items?|new action items?|required board actions|actions carried forward|tasks|to-?dos?|assignments|key|legend|notes?|staff reports?|meeting links?|minutes approval|rationale|signed|distribution|copies to|cc|from|to|subject|re|call details|voting|proposed by|seconded by|name|title|status|arrived|accommodations|notice|mission|vision|values|disclaimer|antitrust\b.*|dial.*|important notices?.*|completed|in progress|carried forward|next steps|pros|cons|option \w+|questions?|comments?|links))\s*:?$/i

const MARKED_LINE =
  /^\W{0,2}(?:actions?(?: (?:point|item|for))?(?: \d{1,3})?|decisions?|resolved|resolution|agreed|motion(?: by| to)?|votes?|ayes?|nays?|noes|yeas?|abstain(?:ed)?|absent|present|proposed(?: by)?|seconded(?: by)?|moved(?: by)?|attendees|in attendance|apologies|regrets|signed|note|n\.?b\.?|due|status|result|outcome|recommendation(?:\(s\)|s)?|attachment(?:\(s\)|s)?|location|venue|date|time|chair|from|to|cc|dial-in|estimated time|time estimate[^:]{0,40}|lead|presenter|owner|preparation|purpose|goal|duration|paper|papers|facilitator|time-?keeper|note-?takers?|minute-?taker|responsible|phone|zoom|website|email|tel|documents?)\s*(?:[:;]|[-–—]\s)/i

/** "ACTION: AB", "Present: …", "Motion by …": a line of the record, whatever it looks like. */
export function isMarkedLine(text: string): boolean {
  return MARKED_LINE.test(text) || ACTION_MARK.test(text)
}

/** "ACTION HP: …", "AP1: …", "TODO: …" */
const ACTION_MARK =
  /^\W{0,2}(?:ACTIONS?\s[A-Z][^:\n]{0,48}:|A[PI]\s?#?\d{1,3}(?:[./]\d{1,3})?\s?[:–-]|TO-?DO\s?:)/

const OWN_NAME =
  /^(?:(?:draft|final|approved|unapproved|official) )?(?:minutes|notes?|agenda)\b.{0,80}\b(?:meeting|held|board|committee|council)\b|\b(?:meeting|board|committee|council)\b.{0,60}\b(?:minutes|agenda|notes)$/i

/** The document's own title: "Minutes of the meeting held on …". */
export function isDocumentTitle(title: string): boolean {
  return OWN_NAME.test(clean(title))
}

export function isContainer(title: string): boolean {
  return CONTAINER.test(clean(title))
}

/** A heading that stands in board papers without being an item: attendance lists, votes, annexes, action lists. */
const ATTENDANCE =
  /^(?:attend(?:ees|ance|ing)|present|in attendance|members present|participants|absent|board members)\b/i

/** A list of who was there; as a numbered item it may still be one. */
export function isAttendance(title: string): boolean {
  return ATTENDANCE.test(clean(title))
}

export function isNotItem(title: string): boolean {
  return NOT_ITEM.test(clean(title)) || isContainer(title)
}

const ACTION_LIST =
  /^(?:(?:summary of|list of|required|outstanding|open|new|agreed|board|agreed on|review of|carried forward|completed|follow[- ]?up|current|ongoing|previous|key|recap of|all) )*(?:(?:board )?actions?(?: items?| points?| log| list| agreed| arising| carried forward| required| summary| tracker| register| completed| to be taken| taken| overflow| backlog| round-?up)*|to-?do(?:s| list)?|tasks|assignments|next steps|follow[- ]?ups?|action plan)\s*:?$/i

/** "Action items", "Actions agreed", "Required Board Actions": a list of actions follows. */
export function isActionListHeading(title: string): boolean {
  return ACTION_LIST.test(clean(title))
}
