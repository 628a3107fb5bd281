import type { DocumentKind, StructuredAction } from '../../model/analysis.ts'
import type { ActionField } from '../../model/corrections.ts'
import type { Focus } from '../../model/focus.ts'
import type { ActionPlace, ActionSetting } from '../../model/actions-over-meetings.ts'

/** A stored action as one document gives it. `key` is opaque here: equal keys are the same mention. */
export interface StoredMention extends ActionPlace {
  readonly key: string
  /** The stored action, as corrections name it. */
  readonly actionId: string
  /** The fields a person corrected. */
  readonly corrected: readonly ActionField[]
  readonly text: string
  readonly quote: string
  readonly rule: string
  readonly owner: string | null
  readonly due: string | null
  readonly dueText: string | null
  readonly status: StructuredAction['status']
  /** A person's label where there is one. */
  readonly focus: Focus
}

/** A passage that stands where earlier actions are spoken of. */
export interface StoredSaying extends ActionPlace {
  readonly text: string
}

/** What people decided on how mentions belong together. */
export interface ActionDecisions {
  /** Mentions that begin an action of their own. */
  readonly separate: ReadonlySet<string>
  /** Pairs of mentions that are one action. */
  readonly joined: readonly (readonly [string, string])[]
}

export interface MeetingOfBoard {
  readonly id: string
  /** Null: its place in time is not known, so it is neither before nor after another. */
  readonly date: string | null
  readonly kinds: readonly DocumentKind[]
}

/** All that the library holds of one board's actions, documents in the order of their meetings. */
export interface BoardActions {
  readonly boardId: string
  readonly board: string
  readonly meetings: readonly MeetingOfBoard[]
  readonly mentions: readonly StoredMention[]
  readonly sayings: readonly StoredSaying[]
  readonly decisions: ActionDecisions
  /** By mention key; of several on one action the first counts. */
  readonly settings: readonly (readonly [key: string, setting: ActionSetting])[]
}
