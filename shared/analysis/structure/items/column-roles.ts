import type { Line } from '../line.ts'

export type ColumnRole =
  | 'number'
  | 'time'
  | 'duration'
  | 'offset'
  | 'title'
  | 'lead'
  | 'purpose'
  | 'paper'
  | 'page'
  | 'text'
  | 'action'
  | 'due'
  | 'status'

const HEADS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:#|no\.?|nr\.?|number|ref\.?|item (?:no\.?|number|#)|agenda (?:no\.?|#)|s\/n)$/i, 'number'],
  [
    /^(?:time ?\(min(?:ute)?s?\.?\)|min(?:ute)?s?\.?|duration.*|length.*|time ?box(?:ed)?|time (?:allot|alloc|allow|need|requir)\w+|allotted time|allocated time|est(?:imated|\.)? (?:time|duration).*|how long.*)$/i,
    'duration',
  ],
  [/^(?:time|timing|timings|start(?: time)?|when|schedule|clock|start[ /–-]*end|from)$/i, 'time'],
  [
    /^(?:agenda ?items?|items?|topics?|subject|title|agenda|description|business|agenda ?item ?\/? ?topic|discussion (?:topic|point|item)s?|session|activity|matter|issue|heading|item ?\/ ?(?:topic|subject|title)|what|agenda topics?)$/i,
    'title',
  ],
  [
    /^(?:lead|leading|lead ?\/ ?owner|led by|presenter|presenter\(?s\)?|presented by|owner|who|speaker|speaker\(?s\)?|responsible|sponsor|lead (?:director|officer|person|member)|by|facilitator|person(?: responsible)?|champion|presenter ?\/ ?lead|lead ?\/ ?presenter|name|author|responsibility|report author|exec(?:utive)? lead|(?:to be )?action(?:ed)? by|by whom|assigned(?: to)?|assignee|(?:action )?owner(?:\(s\)|s)?|action (?:owner|lead)|responsible (?:person|officer|party)|lead person|person)$/i,
    'lead',
  ],
  [
    /^(?:purpose|action required|for|type|desired outcome|outcome|objective|required action|aim|status ?\/ ?purpose|decision ?\/ ?info\w*|action sought|expected outcome)$/i,
    'purpose',
  ],
  [
    /^(?:paper|papers|enc\.?|encl(?:osure)?s?\.?|enclosed|document|documents|attachment|attachments|att\.?|paper (?:ref|no)\.?|ref(?:erence)?|format|report|page\/paper|supporting (?:docs?|documents?|papers?|material))$/i,
    'paper',
  ],
  [/^(?:page|pages|page no\.?|pg\.?|pp\.?|p\.)$/i, 'page'],
  [
    /^(?:discussion|notes?|minutes?|details?|comments?|summary|discussion ?(?:\/|and|&) ?\w+|key points|summary of discussion|minutes? and actions?|notes ?\/ ?\w+(?: items?)?|conclusions?)$/i,
    'text',
  ],
  [
    /^(?:actions?|action items?|action ?\/ ?owner|follow[- ]?up|tasks?|actions? (?:agreed|arising|points?))$/i,
    'action',
  ],
  [
    /^(?:due|due date|deadline|by when|target date|when|timescale|timeframe|completion date|date due|due by|by date|target|target completion(?: date)?|date (?:required|for completion)|deadline date|timescales|action date|completion)$/i,
    'due',
  ],
  [/^(?:status|progress|update|complete\??|rag|done)$/i, 'status'],
]

export function columnRole(head: string): ColumnRole | null {
  const plain = head.replace(/\s+/g, ' ').replace(/[*:]/g, '').trim()
  if (plain.length > 32) return null
  for (const [pattern, role] of HEADS) if (pattern.test(plain)) return role
  return null
}

/** The roles of a row's cells when the row is a column head, else null. */
export function headRoles(cells: readonly string[]): (ColumnRole | null)[] | null {
  const filled = cells.filter((c) => c.trim() !== '')
  if (filled.length < 2) return null
  const roles = cells.map((c) => (c.trim() === '' ? null : columnRole(c)))
  const known = roles.filter((r) => r !== null).length
  return known >= 2 && known >= filled.length - 1 ? roles : null
}

/** Rows of one table, in order. */
export interface TableLines {
  block: number
  /** Positions in the list of lines. */
  positions: number[]
  rows: Line[]
}

export function tablesOf(lines: readonly Line[]): TableLines[] {
  const tables: TableLines[] = []
  lines.forEach((line, at) => {
    if (!line.cells) return
    const open = tables.at(-1)
    if (open && open.block === line.block) {
      open.positions.push(at)
      open.rows.push(line)
    } else tables.push({ block: line.block, positions: [at], rows: [line] })
  })
  return tables
}
