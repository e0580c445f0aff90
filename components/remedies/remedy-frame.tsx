import { PartFrame, type PartPage } from '@/components/case/part-frame'

/** A page of the remedies of a case. */
export function RemedyFrame(page: PartPage) {
  const { t } = page
  return <PartFrame {...page} part={{ path: 'remedies', name: t('remedies.title'), back: t('remedies.back') }} />
}
