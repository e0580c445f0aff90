import { Pictogram } from '@/components/ui/pictogram'
import type { PossibleMove } from '@/lib/domain/case-workflow'
import { isBlocking } from '@/lib/domain/move-declarations'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord } from './words'

/** Where the case can go from here, each a page of its own; what stands in the way of the others. */
export function CaseMoves({ t, moves, address }: { t: Translator; moves: readonly PossibleMove[]; address: string }) {
  if (moves.length === 0) return null
  return (
    <section className="block noprint" id="state">
      <h2>{t('cases.moves_heading')}</h2>
      <ul className="todo">
        {moves.map(({ to, guard }) => (
          <li key={to}>
            <Pictogram name={isBlocking(guard) ? 'noentry' : 'next'} size="text" />
            <span>
              {isBlocking(guard) ? (
                codeWord(t, 'state', to)
              ) : (
                <a href={`${address}/state/${to}`}>{codeWord(t, 'state', to)}</a>
              )}
              {guard === null ? null : <small>{codeWord(t, 'move_error', guard)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
