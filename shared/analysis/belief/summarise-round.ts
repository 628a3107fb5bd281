import {
  BELIEF_ROLES,
  FEWEST_ANSWERS,
  FEWEST_CHOICES,
  QUESTIONS,
  QUESTION_NAMES,
} from '../../model/belief.ts'
import type {
  BeliefAnswer,
  BeliefRole,
  GroupSummary,
  QuestionName,
  QuestionSummary,
} from '../../model/belief.ts'

export interface RoleAnswer {
  readonly role: BeliefRole
  readonly answer: BeliefAnswer
}

type Value = string | number
/** The answers to one question by role, those who left it open apart. */
type ByRole = ReadonlyMap<BeliefRole, readonly Value[]>
type Group = GroupSummary['group']

const MEAN_STEP = 10
const RANGE_STEP = 20
const SHARES: readonly Value[] = Array.from({ length: 21 }, (_, index) => index * 5)

/** The lower end of the step a share lies in; 100 belongs to the last. */
const stepOf = (share: number): number =>
  Math.min(Math.floor(share / RANGE_STEP) * RANGE_STEP, 100 - RANGE_STEP)

function summarise(question: QuestionName, values: readonly Value[]): QuestionSummary {
  const answers = values.length
  if (QUESTIONS[question].kind === 'share') {
    const shares = values.map(Number)
    const sum = shares.reduce((total, share) => total + share, 0)
    return {
      kind: 'share',
      question,
      answers,
      mean: (Math.round(sum / answers / MEAN_STEP) * MEAN_STEP) / 100,
      low: stepOf(Math.min(...shares)) / 100,
      high: (stepOf(Math.max(...shares)) + RANGE_STEP) / 100,
    }
  }
  const counts = new Map<string, number>()
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  return {
    kind: 'choice',
    question,
    answers,
    atLeastHalf: [...counts].flatMap(([choice, count]) => (count * 2 >= answers ? [choice] : [])).toSorted(),
  }
}

const fewestOf = (question: QuestionName): number =>
  QUESTIONS[question].kind === 'share' ? FEWEST_ANSWERS : FEWEST_CHOICES

const choicesOf = (question: QuestionName): readonly Value[] => {
  const { answer } = QUESTIONS[question]
  return 'options' in answer ? answer.options : SHARES
}

/** The summaries of these groups, in order: all that anyone would see of the question. */
function viewOf(question: QuestionName, byRole: ByRole, groups: readonly Group[]): QuestionSummary[] {
  return groups.map((group) =>
    summarise(question, group === 'all' ? [...byRole.values()].flat() : (byRole.get(group) ?? [])),
  )
}

const allEqual = (values: readonly Value[]): boolean => values.every((value) => value === values[0])

/**
 * True where nobody's answer follows from what would be shown: neither for one from outside, nor for one who knows
 * their own. An answer follows only where all the others of a role agree; so, wherever they do, another answer in the
 * place of one of theirs must leave all that is shown as it is.
 */
function isSafe(question: QuestionName, byRole: ByRole, groups: readonly Group[]): boolean {
  const shown = JSON.stringify(viewOf(question, byRole, groups))
  for (const [role, values] of byRole) {
    const known: readonly (Value | null)[] = [null, ...new Set(values)]
    for (const own of known) {
      const rest = [...values]
      if (own !== null) rest.splice(rest.indexOf(own), 1)
      const [first] = rest
      if (first === undefined || !allEqual(rest)) continue
      const kept = own === null ? rest.slice(1) : [own, ...rest.slice(1)]
      const hidesOne = choicesOf(question).some((other) => {
        if (other === first) return false
        const instead = new Map(byRole).set(role, [other, ...kept])
        return JSON.stringify(viewOf(question, instead, groups)) === shown
      })
      if (!hidesOne) return false
    }
  }
  return true
}

/**
 * The groups of one question that may be shown. A role needs enough answers, and all roles together are shown only
 * where each role has none or enough: else the difference would tell of a small one.
 */
export function shownGroups(question: QuestionName, byRole: ByRole): Group[] {
  const fewest = fewestOf(question)
  const answered = BELIEF_ROLES.filter((role) => (byRole.get(role)?.length ?? 0) > 0)
  const large = answered.filter((role) => (byRole.get(role)?.length ?? 0) >= fewest)
  const only = (roles: readonly BeliefRole[]): ByRole =>
    new Map(roles.map((role) => [role, byRole.get(role) ?? []]))
  const safe = large.filter((role) => isSafe(question, only([role]), [role]))
  const withAll: Group[] = [...safe, 'all']
  // A role too small, or one held back, would follow from the total.
  const total = safe.length > 1 && safe.length === answered.length
  return total && isSafe(question, byRole, withAll) ? withAll : safe
}

/** All that is ever shown of a closed round. Pure, and the same for the same answers in any order. */
export function summariseRound(answers: readonly RoleAnswer[]): GroupSummary[] {
  const groups: readonly Group[] = [...BELIEF_ROLES, 'all']
  const summaries = new Map<Group, QuestionSummary[]>(groups.map((group) => [group, []]))
  for (const question of QUESTION_NAMES) {
    const byRole = new Map<BeliefRole, Value[]>()
    for (const { role, answer } of answers) {
      const value = answer[question] ?? null
      if (value === null) continue
      byRole.set(role, [...(byRole.get(role) ?? []), value])
    }
    const shown = shownGroups(question, byRole)
    viewOf(question, byRole, shown).forEach((summary, index) => {
      const group = shown[index]
      if (group !== undefined) summaries.get(group)?.push(summary)
    })
  }
  return groups.map((group) => ({ group, questions: summaries.get(group) ?? [] }))
}
