import { Pictogram } from '@/components/ui/pictogram'
import { PICTOGRAM_SHAPES, type PictogramName } from '@/components/ui/pictogram-shapes'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ChainParty, IndicatorFinding } from '@/lib/domain/case-file'
import { PARTIES } from '@/lib/domain/fees/payees'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money } from './words'

/** Who stood between the worker and the job, as stations, with what was paid to each. */
export function CaseChain({ t, chain, paidTotal }: { t: Translator; chain: readonly ChainParty[]; paidTotal: bigint }) {
  return (
    <section className="block" id="chain">
      <h2>{t('cases.chain_heading')}</h2>
      {chain.length === 0 ? (
        <p className="mute">{t('cases.chain_empty')}</p>
      ) : (
        <ol className="chain">
          <li className="you">
            <Pictogram name="person" />
            <b>{t('cases.worker')}</b>
            <span className="pay">{t('cases.chain_paid', { amount: money(t, paidTotal, 'JPY') ?? '' })}</span>
          </li>
          {chain.map((party) => (
            <li key={party.id}>
              <Pictogram name={pictogramOf(party.role)} />
              <b>{party.name ?? party.registeredName ?? codeWord(t, 'party_role', party.role)}</b>
              {party.name !== null || party.registeredName !== null ? (
                <small className="mute">{codeWord(t, 'party_role', party.role)}</small>
              ) : null}
              <span className="pay">
                {party.paidJpy === null ? t('cases.chain_nothing') : (money(t, party.paidJpy, 'JPY') ?? '')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Signs of forced labour that the answers raised. The product points, an officer judges. */
export function CaseSigns({ t, indicators }: { t: Translator; indicators: readonly IndicatorFinding[] }) {
  if (indicators.length === 0) return null
  return (
    <section className="block" id="signs">
      <h2>
        {t('cases.signs_heading')} <span className="mute">{t('cases.signs_count', { count: indicators.length })}</span>
      </h2>
      <ScrollRegion label={t('cases.signs_heading')}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('cases.signs_sign')}</th>
              <th scope="col">{t('cases.signs_raised_by')}</th>
              <th scope="col">{t('cases.signs_judgement')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((sign) => (
              <tr key={sign.id}>
                <th scope="row">{codeWord(t, 'indicator', sign.indicator)}</th>
                <td>{sign.raisedBy.map((code) => codeWord(t, 'grievance', code)).join('; ')}</td>
                <td>
                  {sign.judgement === null
                    ? t('cases.signs_open')
                    : [
                        sign.judgement,
                        sign.judgedBy?.displayName,
                        sign.judgedAt && formatDayOf(sign.judgedAt, t.locale),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

function pictogramOf(role: string): PictogramName {
  const name = PARTIES.find((party) => party.role === role)?.pictogram
  return name !== undefined && name in PICTOGRAM_SHAPES ? name : 'person'
}
