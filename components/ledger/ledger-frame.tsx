import { PartFrame, type PartPage } from '@/components/case/part-frame'

/** A page of the ledger. */
export function LedgerFrame(page: PartPage) {
  const { t } = page
  return <PartFrame {...page} part={{ path: 'fees', name: t('ledger.title'), back: t('ledger.back') }} />
}
