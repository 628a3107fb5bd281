import type { Line } from '../line.ts'
import { isLead } from './item-lead.ts'
import { withoutBullet } from './item-number.ts'
import type { TitleProbe } from './title-probe.ts'
import { wordCount } from './title-shape.ts'

/** "Ann Bell: yes": how somebody voted, or whether they came. */
export function isVote(title: string): boolean {
  return /^[^:]{3,40}:\s?(?:yes|yea|aye|no|nay|abstain(?:ed|s)?|abstention|present|absent|recused?|excused)\b.{0,12}$/i.test(
    title,
  )
}

/** Bullets that name people and nothing else are a list of who came. */
export function areNames(bullets: readonly TitleProbe[]): boolean {
  const names = bullets.filter(({ parts, known, timed }) => {
    const words = wordCount(parts.title)
    return (
      words >= 2 && words <= 4 && !/\band\b|&/.test(parts.title) && isLead(parts.title) && !known && !timed
    )
  }).length
  return bullets.length >= 4 && names >= bullets.length * 0.8
}

/** "Carol: that sounds good to me", "still pending": what somebody said, not what is to be talked about. */
export function isRemark(probe: TitleProbe): boolean {
  const text = withoutBullet(probe.line.text) ?? probe.line.text
  if (/^[a-z]/.test(text) && !/^[a-z]+[A-Z/.#-]/.test(text)) return true
  return (
    /^[A-Z][a-z’'-]{1,14}(?: [A-Z][a-z’'-]{0,14})?: [A-Za-z“"].{12}/.test(text) &&
    wordCount(text) > 5 &&
    !probe.known
  )
}

/** A heading among bullets is followed by text that is no bullet. */
export function followedByText(probe: TitleProbe, lines: readonly Line[]): boolean {
  let at = probe.at + 1
  while (at < lines.length && at < probe.at + 40 && lines[at]?.block === probe.line.block) at += 1
  const next = lines[at]
  return (
    next !== undefined &&
    next.listLevel === null &&
    next.headingLevel === null &&
    !/^[•●◦▪■o*–-]\s/.test(next.text)
  )
}
