import { PartFrame, type PartPage } from '@/components/case/part-frame'

/** A page about the questions to parties. */
export function ResponseFrame(page: PartPage) {
  const { t } = page
  return <PartFrame {...page} part={{ path: 'responses', name: t('answers.title'), back: t('answers.back') }} />
}
