import { LENSES } from '../../../shared/model/measures.ts'
import { appearanceSchema, storeAppearance } from '../../appearance.ts'
import { dateLong } from '../../format/dates.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { useAsk } from '../../host/queries.ts'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { PLACES } from '../rail.tsx'
import type { Command } from './match-commands.ts'

const APPEARANCES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

/** All that can be done from anywhere, in the order it is offered. */
export function useCommands(actions: {
  readonly undo: () => void
  readonly redo: () => void
  readonly showKeys: () => void
}): Command[] {
  const route = useRoute()
  const { boards, board, lens } = useView()
  const meetings = useAsk('meetings.list', {}).data ?? []
  const history = useAsk('history.state', {}).data
  const boardName = (id: string): string => boards?.find((known) => known.id === id)?.name ?? ''
  const newestFirst = meetings.toReversed()
  const here = newestFirst.filter((meeting) => meeting.boardId === board?.id)
  const elsewhere = newestFirst.filter((meeting) => meeting.boardId !== board?.id)
  return [
    ...PLACES.map(({ page, name }): Command => {
      return { id: `go-${page}`, section: 'Go to', title: name, run: () => go(addressOf(route, page)) }
    }),
    ...(history?.undo
      ? [
          {
            id: 'undo',
            section: 'Do',
            title: `Undo: ${history.undo}`,
            keys: 'Ctrl+Z',
            run: actions.undo,
          },
        ]
      : []),
    ...(history?.redo
      ? [
          {
            id: 'redo',
            section: 'Do',
            title: `Redo: ${history.redo}`,
            keys: 'Ctrl+Shift+Z',
            run: actions.redo,
          },
        ]
      : []),
    { id: 'print', section: 'Do', title: 'Print this screen', run: () => window.print() },
    { id: 'keys', section: 'Do', title: 'Show the keys', keys: '?', run: actions.showKeys },
    ...LENSES.filter((known) => known !== lens).map((known): Command => {
      return {
        id: `lens-${known}`,
        section: 'Lens',
        title: LENS_WORDS[known].name,
        keywords: 'trend show',
        run: () => go(addressOf(route, 'trend', null, { lens: known })),
      }
    }),
    ...(boards ?? [])
      .filter((known) => known.id !== board?.id)
      .map((known): Command => {
        return {
          id: `board-${known.id}`,
          section: 'Board',
          title: known.name,
          run: () => go(addressOf(route, 'trend', null, { board: known.id })),
        }
      }),
    ...appearanceSchema.options.map((value): Command => {
      return {
        id: `appearance-${value}`,
        section: 'Appearance',
        title: APPEARANCES[value],
        keywords: 'theme colours mode',
        run: () => storeAppearance(value),
      }
    }),
    ...[...here, ...elsewhere].map((meeting): Command => {
      return {
        id: `meeting-${meeting.id}`,
        section: 'Meeting',
        title: `${dateLong(meeting.date)}, ${boardName(meeting.boardId)}`,
        run: () => go(addressOf(route, 'meeting', meeting.id, { board: meeting.boardId })),
      }
    }),
  ]
}
