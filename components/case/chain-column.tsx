import type { Chain, ChainStation } from '@/lib/domain/case-chain'
import type { Translator } from '@/lib/i18n/translate'
import { Arrow } from './chain-picture'
import { amountSaid, claimSaid, linesOf, nameSaid, verdictSaid, weightOf } from './chain-words'
import { codeWord, money } from './words'

const WIDTH = 340
const BOX_AT = 48
const BOX_WIDTH = WIDTH - BOX_AT - 2
const BAR_HEIGHT = 40
const GAP = 26
const TRUNK = 16
/** Letters of a name beside each other. */
const ROOM = 32

/** The same picture for a phone: the worker on top, money down a trunk, the parties below each other. */
export function ColumnChain({
  t,
  chain,
  paidTotal,
  label,
}: {
  t: Translator
  chain: Chain
  paidTotal: bigint
  label: string
}) {
  const placed = stack([...chain.way, ...chain.beside], (station) => linesOf(nameSaid(t, station), ROOM, 2))
  const last = placed.at(-1)
  const height = last ? last.y + last.height + 2 : BAR_HEIGHT + 4
  const paid = placed.filter(({ station }) => station.paidJpy !== null || station.isLender)
  const trunkEnd = paid.at(-1)
  return (
    <svg className="chainpic column" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {trunkEnd ? (
        <line className="trunk" x1={TRUNK} y1={BAR_HEIGHT} x2={TRUNK} y2={middleOf(trunkEnd)} strokeWidth="4" />
      ) : null}
      {placed.map(({ station, y, height: tall, lines }, index) => {
        const verdict = verdictSaid(t, station)
        const before = placed[index - 1]
        const from = station.paidJpy === null ? BOX_AT : TRUNK
        return (
          <g key={station.id}>
            {station.isOnWay && before ? (
              <Arrow
                kind="link"
                from={[WIDTH / 2 + 20, before.y + before.height]}
                to={[WIDTH / 2 + 20, y]}
                weight={3}
              />
            ) : null}
            {station.paidJpy !== null || station.isLender ? (
              <Arrow
                kind={station.paidJpy === null ? 'lent' : 'money'}
                from={[from, y + tall / 2]}
                to={[from === TRUNK ? BOX_AT : TRUNK, y + tall / 2]}
                weight={weightOf(station, chain)}
              />
            ) : null}
            <rect
              className={station.isOnWay ? 'box' : 'box beside'}
              x={BOX_AT}
              y={y}
              width={BOX_WIDTH}
              height={tall}
              rx="8"
            />
            <text className="soft" x={BOX_AT + 10} y={y + 19}>
              {codeWord(t, 'party_role', station.role)}
            </text>
            {lines.map((line, row) => (
              <text className="strong" key={line} x={BOX_AT + 10} y={y + 39 + row * 19}>
                {line}
              </text>
            ))}
            <text className={verdict === null ? 'soft' : 'verdict'} x={BOX_AT + 10} y={y + 39 + lines.length * 19 + 2}>
              {[amountSaid(t, station), verdict].filter((part) => part !== null).join(' · ')}
            </text>
            <text className="verdict" x={BOX_AT + 10} y={y + tall - 10}>
              {claimSaid(t, station)}
            </text>
          </g>
        )
      })}
      <rect className="worker" x="2" y="2" width={WIDTH - 4} height={BAR_HEIGHT} rx="8" />
      <text className="strong onlamp" x={WIDTH / 2} y={BAR_HEIGHT / 2 + 7} textAnchor="middle">
        {t('cases.chain_worker_paid', { amount: money(t, paidTotal, 'JPY') ?? '' })}
      </text>
    </svg>
  )
}

type Placed = {
  readonly station: ChainStation
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
}

function stack(
  stations: readonly ChainStation[],
  linesFor: (station: ChainStation) => readonly string[],
): readonly Placed[] {
  let y = BAR_HEIGHT + GAP
  return stations.map((station) => {
    const lines = linesFor(station)
    const placed = { station, y, lines, height: 54 + lines.length * 19 + (station.claimJpy === 0n ? 0 : 19) }
    y += placed.height + GAP
    return placed
  })
}

function middleOf({ y, height }: Placed): number {
  return y + height / 2
}
