import type { Chain, ChainStation } from '@/lib/domain/case-chain'
import type { Translator } from '@/lib/i18n/translate'
import { amountSaid, claimSaid, linesOf, nameSaid, verdictSaid, weightOf } from './chain-words'
import { codeWord, money } from './words'

const WIDTH = 800
const GAP = 30
const BOX_HEIGHT = 96
const MONEY_HEIGHT = 84
const BAR_HEIGHT = 42
const BOX_MAXIMUM = 210

type Props = { t: Translator; chain: Chain; paidTotal: bigint; label: string }

/**
 * The chain as a picture for a wide page: the way above, who stands beside it below, the worker as a bar between them, and money
 * as arrows whose breadth says how much. Words of the picture are in the table beside it too.
 */
export function WideChain({ t, chain, paidTotal, label }: Props) {
  const { way, beside } = chain
  const barAt = way.length === 0 ? 2 : BOX_HEIGHT + MONEY_HEIGHT + 2
  const besideAt = barAt + BAR_HEIGHT + MONEY_HEIGHT
  const height = beside.length === 0 ? barAt + BAR_HEIGHT + 2 : besideAt + BOX_HEIGHT + 2
  const wayBoxes = boxesOf(way)
  const besideBoxes = boxesOf(beside)
  return (
    <svg className="chainpic wide" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {wayBoxes.slice(1).map(({ x }, index) => (
        <Arrow
          key={index}
          kind="link"
          from={[x - GAP, BOX_HEIGHT / 2 + 2]}
          to={[x - 2, BOX_HEIGHT / 2 + 2]}
          weight={3}
        />
      ))}
      {wayBoxes.map((box) => (
        <g key={box.station.id}>
          <Box t={t} {...box} y={2} />
          <Flow t={t} {...box} bar={barAt} edge={BOX_HEIGHT + 2} chain={chain} />
        </g>
      ))}
      <rect className="worker" x="2" y={barAt} width={WIDTH - 4} height={BAR_HEIGHT} rx="8" />
      <text className="strong onlamp" x={WIDTH / 2} y={barAt + BAR_HEIGHT / 2 + 5} textAnchor="middle">
        {t('cases.chain_worker_paid', { amount: money(t, paidTotal, 'JPY') ?? '' })}
      </text>
      {besideBoxes.map((box) => (
        <g key={box.station.id}>
          <Box t={t} {...box} y={besideAt} />
          <Flow t={t} {...box} bar={barAt + BAR_HEIGHT} edge={besideAt} chain={chain} />
        </g>
      ))}
    </svg>
  )
}

type Placed = { readonly station: ChainStation; readonly x: number; readonly width: number }

function boxesOf(stations: readonly ChainStation[]): readonly Placed[] {
  const width = Math.min(BOX_MAXIMUM, (WIDTH - 4 - GAP * (stations.length - 1)) / Math.max(1, stations.length))
  const whole = width * stations.length + GAP * (stations.length - 1)
  return stations.map((station, index) => ({ station, width, x: (WIDTH - whole) / 2 + index * (width + GAP) }))
}

function Box({ t, station, x, y, width }: Placed & { t: Translator; y: number }) {
  const claim = claimSaid(t, station)
  const lines = linesOf(nameSaid(t, station), Math.floor((width - 20) / 8), claim === null ? 3 : 2)
  return (
    <>
      <rect className={station.isOnWay ? 'box' : 'box beside'} x={x} y={y} width={width} height={BOX_HEIGHT} rx="8" />
      <text className="soft" x={x + 10} y={y + 20}>
        {linesOf(codeWord(t, 'party_role', station.role), Math.floor((width - 16) / 6.6), 1)[0]}
      </text>
      {lines.map((line, index) => (
        <text className="strong" key={line} x={x + 10} y={y + 42 + index * 19}>
          {line}
        </text>
      ))}
      {claim === null ? null : (
        <text className="verdict" x={x + 10} y={y + BOX_HEIGHT - 10}>
          {claim}
        </text>
      )}
    </>
  )
}

/** Money between the worker's bar and a box: to the party, or from who lent it. */
function Flow({
  t,
  station,
  x,
  width,
  bar,
  edge,
  chain,
}: Placed & { t: Translator; bar: number; edge: number; chain: Chain }) {
  const amount = amountSaid(t, station)
  const at = x + Math.min(26, width / 4)
  const isUp = bar > edge
  const middle = (bar + edge) / 2
  if (station.paidJpy === null && !station.isLender)
    return (
      <text className="soft" x={x + 10} y={isUp ? edge + 20 : edge - 10}>
        {t('cases.chain_nothing')}
      </text>
    )
  const [from, to] = station.paidJpy === null ? [edge, bar] : [bar, edge]
  const verdict = verdictSaid(t, station)
  return (
    <>
      <Arrow
        kind={station.paidJpy === null ? 'lent' : 'money'}
        from={[at, from]}
        to={[at, to]}
        weight={weightOf(station, chain)}
      />
      <text className="strong" x={at + 14} y={verdict === null ? middle + 5 : middle - 4}>
        {amount}
      </text>
      {verdict === null ? null : (
        <text className="verdict" x={at + 14} y={middle + 15}>
          {verdict}
        </text>
      )}
    </>
  )
}

/** A line with a head, horizontal or vertical. */
export function Arrow({
  kind,
  from,
  to,
  weight,
}: {
  kind: 'link' | 'money' | 'lent'
  from: readonly [number, number]
  to: readonly [number, number]
  weight: number
}) {
  const [x, y] = to
  const isAcross = from[1] === y
  const towards = isAcross ? Math.sign(x - from[0]) : Math.sign(y - from[1])
  const half = 4 + weight / 2
  const back = towards * 9
  const head = isAcross
    ? `${x},${y} ${x - back},${y - half} ${x - back},${y + half}`
    : `${x},${y} ${x - half},${y - back} ${x + half},${y - back}`
  return (
    <g className={kind}>
      <line x1={from[0]} y1={from[1]} x2={isAcross ? x - back : x} y2={isAcross ? y : y - back} strokeWidth={weight} />
      <polygon points={head} />
    </g>
  )
}
