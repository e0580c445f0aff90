import { SubmitButton } from '@/components/form/submit-button'
import { Pictogram } from '@/components/ui/pictogram'
import type { Translator } from '@/lib/i18n/translate'

/** Go on, then skip; a change from the check page is saved instead. */
export function StepActs({ t, isChange }: { t: Translator; isChange: boolean }) {
  return (
    <div className="acts">
      {isChange ? (
        <SubmitButton>{t('common.save')}</SubmitButton>
      ) : (
        <SubmitButton>
          {t('common.continue')} <Pictogram name="next" size="text" />
        </SubmitButton>
      )}
      <SubmitButton look="bare" name="skip" value="1" unchecked>
        {isChange ? t('common.cancel') : t('common.skip_this')}
      </SubmitButton>
    </div>
  )
}
