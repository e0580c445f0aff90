import { codeWord, money } from '@/components/case/words'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { Claimable } from '@/lib/domain/fees/measures/claimable'
import type { Measure } from '@/lib/domain/fees/measures/measure'
import type { Translator } from '@/lib/i18n/translate'

/** What the rules allow to ask back from each party, in yen: what is above a limit, of it what must be confirmed, and by the standard all. */
export function ClaimTable({ t, ledger, claimable }: { t: Translator; ledger: Ledger; claimable: Measure<Claimable> }) {
  if (!('value' in claimable) || claimable.value.byParty.length === 0) return null
  const { byParty, ...all } = claimable.value
  const yen = (jpy: bigint) => money(t, jpy, 'JPY') ?? ''
  return (
    <>
      <h3>{t('ledger.claims_heading')}</h3>
      <ScrollRegion label={t('ledger.claims_heading')}>
        <table className="grid slim">
          <thead>
            <tr>
              <th scope="col">{t('ledger.claims_party')}</th>
              <th scope="col" className="n">
                {t('ledger.claims_above')}
              </th>
              <th scope="col" className="n">
                {t('ledger.claims_likely')}
              </th>
              <th scope="col" className="n">
                {t('ledger.claims_zero')}
              </th>
            </tr>
          </thead>
          <tbody>
            {byParty.map((claim) => (
              <tr key={claim.partyKey ?? ''}>
                <th scope="row">{sayParty(t, ledger, claim.partyKey)}</th>
                <td className="n">{yen(claim.aboveCapJpy)}</td>
                <td className="n">{yen(claim.likelyJpy)}</td>
                <td className="n">{yen(claim.aboveZeroFeeJpy)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('ledger.total')}</th>
              <td className="n">{yen(all.aboveCapJpy)}</td>
              <td className="n">{yen(all.likelyJpy)}</td>
              <td className="n">{yen(all.aboveZeroFeeJpy)}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <p className="by">{t('ledger.formula_claims')}</p>
    </>
  )
}

function sayParty(t: Translator, { parties }: Ledger, partyKey: string | null): string {
  if (partyKey === null) return t('cases.unsaid')
  const party = parties.find(({ id }) => id === partyKey)
  return party ? (party.name ?? codeWord(t, 'party_role', party.role)) : codeWord(t, 'party_role', partyKey)
}
