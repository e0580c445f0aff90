import { FILE_FAILURES } from '@/lib/domain/files/refusals'
import type { Translator } from '@/lib/i18n/translator'
import { fileSaidText } from './file-words'

type Words = Readonly<Record<`data-${string}`, string>>

/** What lib/phone/upload.ts says while files are on their way; `{percent}` is filled in there. */
export function uploadWords(t: Translator): Words {
  return {
    'data-sending': t('files.sending', { percent: '{percent}' }),
    'data-waiting': t('files.waiting'),
    'data-checking': t('files.checking'),
    'data-stop': t('files.stop'),
    'data-again': t('common.try_again'),
    'data-said': JSON.stringify(
      Object.fromEntries([...FILE_FAILURES, 'missing' as const].map((code) => [code, fileSaidText(t, code)])),
    ),
  }
}

/** The same for lib/phone/recorder.ts; `{time}` is filled in there. */
export function recorderWords(t: Translator): Words {
  return {
    ...uploadWords(t),
    'data-record': t('files.voice_record'),
    'data-recording': t('files.voice_recording', { time: '{time}' }),
    'data-end': t('files.voice_stop'),
    'data-listen': t('files.voice_listen'),
    'data-anew': t('files.voice_again'),
    'data-delete': t('files.voice_delete'),
    'data-keep': t('files.voice_keep'),
    'data-kept': t('files.voice_kept'),
    'data-no-microphone': t('files.voice_no_microphone'),
  }
}
