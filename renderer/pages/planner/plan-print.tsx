import type { PlanContent } from '../../../shared/model/planner.ts'
import { dateLong } from '../../format/dates.ts'
import { numbersOf } from './new-agenda.tsx'
import { clocksOf } from './plan-figures.ts'

/** The agenda as paper shows it. */
export function PlanPrint({ board, content }: { board: string; content: PlanContent }) {
  const { items, settings } = content
  const { starts, end } = clocksOf(settings.start, items)
  const numbers = numbersOf(items)
  return (
    <section className="hidden print:block" aria-hidden="true">
      <p className="heading-serif text-2xl">{board}</p>
      <p>
        Agenda{settings.date === null ? '' : `, ${dateLong(settings.date)}`}
        {settings.start === null || end === null ? '' : `, ${settings.start} to ${end}`}
        {settings.place === '' ? '' : `, ${settings.place}`}
      </p>
      <table className="mt-4 w-full text-left">
        <thead>
          <tr className="border-b border-edge">
            {['No.', 'Time', 'Item', 'Lead', 'Minutes'].map((head) => (
              <th key={head} scope="col" className="py-1 pr-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={item.id} className="border-b border-line align-top">
              <td className="py-1 pr-3">{numbers[index]}</td>
              <td className="py-1 pr-3">{starts[index] ?? ''}</td>
              <td className="py-1 pr-3">
                {item.title}
                {item.parts.length > 0 && <span className="block text-xs">{item.parts.join(' · ')}</span>}
              </td>
              <td className="py-1 pr-3">{item.lead ?? ''}</td>
              <td className="py-1 pr-3">{item.minutes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
