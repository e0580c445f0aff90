import { codeWord, money } from '@/components/case/words'
import type { PartyClaim } from '@/lib/domain/fees/assessment/assessment'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { Claimable } from '@/lib/domain/fees/measures/claimable'
import type { Measure } from '@/lib/domain/fees/measures/measure'
import type { Translator } from '@/lib/i18n/translate'

const COLUMNS = [
  { name: 'ledger.claims_above', of: 'aboveCapJpy' },
  { name: 'ledger.claims_likely', of: 'likelyJpy' },
  { name: 'ledger.claims_zero', of: 'aboveZeroFeeJpy' },
] as const

/** What the rules allow to ask back from each party, in yen: what is above a limit, of it what must be confirmed, and by the standard all. */
export function ClaimTable({ t, ledger, claimable }: { t: Translator; ledger: Ledger; claimable: Measure<Claimable> }) {
  if (!('value' in claimable) || claimable.value.byParty.length === 0) return null
  const { byParty, ...all } = claimable.value
  return (
    <>
      <h3>{t('ledger.claims_heading')}</h3>
      <table className="grid ledger" role="table">
        <caption className="vh">{t('ledger.claims_heading')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('ledger.claims_party')}
            </th>
            {COLUMNS.map(({ name }) => (
              <th key={name} role="columnheader" scope="col" className="n">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {byParty.map((claim) => (
            <ClaimRow key={claim.partyKey ?? ''} t={t} name={sayParty(t, ledger, claim.partyKey)} claim={claim} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <ClaimRow t={t} name={t('ledger.total')} claim={all} />
        </tfoot>
      </table>
      <p className="by">{t('ledger.formula_claims')}</p>
    </>
  )
}

function ClaimRow({ t, name, claim }: { t: Translator; name: string; claim: Omit<PartyClaim, 'partyKey'> }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      {COLUMNS.map((column) => (
        <td key={column.of} role="cell" className="n" data-label={t(column.name)}>
          {money(t, claim[column.of], 'JPY')}
        </td>
      ))}
    </tr>
  )
}

function sayParty(t: Translator, { parties }: Ledger, partyKey: string | null): string {
  if (partyKey === null) return t('cases.unsaid')
  const party = parties.find(({ id }) => id === partyKey)
  return party ? (party.name ?? codeWord(t, 'party_role', party.role)) : codeWord(t, 'party_role', partyKey)
}
