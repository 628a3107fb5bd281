import type { ComparedItem, VersionDifference } from '../../../shared/model/corrections.ts'
import { counted } from '../../format/numbers.ts'

type Change = VersionDifference['items'][number]['changes'][number]

const CHANGE_WORDS: Record<Change, string> = {
  added: 'Added',
  removed: 'Removed',
  renumbered: 'Renumbered',
  retitled: 'Retitled',
  retimed: 'Retimed',
  moved: 'Moved',
}

const changesInWords = (changes: readonly Change[]): string =>
  changes
    .map((change, at) => (at === 0 ? CHANGE_WORDS[change] : CHANGE_WORDS[change].toLowerCase()))
    .join(', ')

const nameOf = ({ number, title }: ComparedItem): string =>
  [number, title].filter((part) => part !== null).join(' ')

const timesOf = ({ planned, recorded }: ComparedItem): string =>
  [planned, recorded === null ? null : `took ${recorded}`].filter((part) => part !== null).join('; ') ||
  'no time'

function more(count: number, what: string, how: string): string | null {
  return count === 0 ? null : `${counted(count, what)} ${how}`
}

/** How the file differs from the version it would replace: only what is another. */
export function VersionDifferenceTable({ difference }: { difference: VersionDifference }) {
  const rest = [
    more(difference.unchanged, 'item', 'the same'),
    more(difference.passagesAdded, 'passage', 'added'),
    more(difference.passagesRemoved, 'passage', 'gone'),
    more(difference.actionsAdded, 'action', 'added'),
    more(difference.actionsRemoved, 'action', 'gone'),
  ].filter((part) => part !== null)
  return (
    <details open className="text-[0.8125rem]">
      <summary className="w-fit py-1 font-medium">
        What is different from the earlier version ({difference.items.length})
      </summary>
      {difference.items.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full">
            <caption className="sr-only">Items that differ between the two versions</caption>
            <thead>
              <tr className="border-b border-edge text-left text-faint [&>th]:py-1 [&>th]:pr-3 [&>th]:font-medium">
                <th scope="col">Change</th>
                <th scope="col">Earlier version</th>
                <th scope="col">This version</th>
              </tr>
            </thead>
            <tbody>
              {difference.items.map(({ before, after, changes }, index) => (
                <tr
                  key={index}
                  data-change={changes.join(' ')}
                  className="border-b border-line align-top [&>td]:py-1.5 [&>td]:pr-3"
                >
                  <td className="whitespace-nowrap">{changesInWords(changes)}</td>
                  <td className="text-soft">
                    {before === null ? '–' : <Version item={before} struck={after === null} />}
                  </td>
                  <td>{after === null ? '–' : <Version item={after} struck={false} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="figures pt-1.5 text-faint">{rest.join(', ')}</p>
    </details>
  )
}

function Version({ item, struck }: { item: ComparedItem; struck: boolean }) {
  return (
    <span className="flex flex-col">
      <span className={struck ? 'line-through' : ''}>{nameOf(item)}</span>
      <span className="figures text-xs text-faint">{timesOf(item)}</span>
    </span>
  )
}
