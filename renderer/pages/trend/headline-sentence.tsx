import type { BoardTrend } from '../../../shared/model/library.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'
import type { Denominator } from '../../navigation/use-view.ts'
import { headlineOf } from './headline.ts'
import type { Door } from './headline.ts'

/** The sentence; every number leads to what stands behind it. */
export function HeadlineSentence({
  trend,
  period,
  over,
}: {
  trend: BoardTrend
  period: string
  over: Denominator
}) {
  const route = useRoute()
  const addressOfDoor = (door: Door): string =>
    door.kind === 'meeting'
      ? addressOf(route, 'meeting', door.id, { focus: door.focus })
      : addressOf(route, 'meetings', null, { from: door.from, to: door.to })
  return (
    <p
      data-headline
      className="max-w-[58rem] font-serif text-[1.625rem] leading-snug font-normal text-balance 2xl:text-[2rem]"
    >
      {headlineOf(trend, period, over).map((part, index) => {
        return part.door === null ? (
          <span key={index}>{part.text}</span>
        ) : (
          <a
            key={index}
            href={addressOfDoor(part.door)}
            title={part.door.kind === 'meeting' ? 'Open the passages behind this' : 'Open these meetings'}
            className={`quiet-link figures font-semibold whitespace-nowrap ${
              part.door.kind === 'meeting' && part.door.focus === 'customer-in-numbers'
                ? 'text-numbers-ink'
                : 'text-customer-ink'
            }`}
          >
            {part.text}
          </a>
        )
      })}
    </p>
  )
}
