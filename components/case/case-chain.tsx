import { VerdictTag } from '@/components/fees/verdict-tag'
import { saidOf } from '@/components/fees/verdict-words'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Chain, ChainStation } from '@/lib/domain/case-chain'
import type { Translator } from '@/lib/i18n/translate'
import { ColumnChain } from './chain-column'
import { WideChain } from './chain-picture'
import { amountSaid, nameSaid } from './chain-words'
import { codeWord, money } from './words'

/** Who stood between the worker and the job: a picture with the money, and the same as a table. */
export function CaseChain({
  t,
  chain,
  paidTotal,
  isTableOpen = false,
}: {
  t: Translator
  chain: Chain
  paidTotal: bigint
  /** On paper nobody opens anything. */
  isTableOpen?: boolean
}) {
  const isEmpty = chain.way.length + chain.beside.length === 0
  const label = t('cases.chain_label')
  return (
    <section className="block" id="chain">
      <h2>{t('cases.chain_heading')}</h2>
      {isEmpty ? (
        <p className="mute">{t('cases.chain_empty')}</p>
      ) : (
        <>
          <div className="chainbox">
            <WideChain t={t} chain={chain} paidTotal={paidTotal} label={label} />
            <ColumnChain t={t} chain={chain} paidTotal={paidTotal} label={label} />
          </div>
          {chain.outsideJpy === 0n ? null : (
            <p className="by">{t('cases.chain_outside', { amount: money(t, chain.outsideJpy, 'JPY') ?? '' })}</p>
          )}
          <details className="more" open={isTableOpen}>
            <summary>{t('cases.chain_as_table')}</summary>
            <ChainTable t={t} chain={chain} label={label} />
          </details>
        </>
      )}
    </section>
  )
}

function ChainTable({ t, chain, label }: { t: Translator; chain: Chain; label: string }) {
  return (
    <ScrollRegion label={label}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('cases.chain_party')}</th>
            <th scope="col">{t('cases.chain_role')}</th>
            <th scope="col" className="n">
              {t('cases.chain_amount')}
            </th>
            <th scope="col">{t('cases.chain_verdict')}</th>
            <th scope="col" className="n">
              {t('cases.chain_claim')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...chain.way, ...chain.beside].map((station) => (
            <ChainRow key={station.id} t={t} station={station} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function ChainRow({ t, station }: { t: Translator; station: ChainStation }) {
  const { verdict, claimJpy, likelyJpy } = station
  return (
    <tr>
      <th scope="row">{nameSaid(t, station)}</th>
      <td>{codeWord(t, 'party_role', station.role)}</td>
      <td className="n">{amountSaid(t, station)}</td>
      <td>{verdict === null ? '–' : <VerdictTag t={t} {...saidOf(verdict)} />}</td>
      <td className="n">
        {claimJpy === 0n ? '–' : money(t, claimJpy, 'JPY')}
        {likelyJpy === 0n ? null : (
          <small>{t('cases.chain_likely', { amount: money(t, likelyJpy, 'JPY') ?? '' })}</small>
        )}
      </td>
    </tr>
  )
}
