import type { ReactNode } from 'react'
import { Note } from '@/components/ui/note'
import { Pictogram } from '@/components/ui/pictogram'
import type { PictogramName } from '@/components/ui/pictogram-shapes'
import { FILE_ACCEPT } from '@/lib/domain/files/formats'
import { FILES_MAXIMUM } from '@/lib/domain/files/limits'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { FileView } from '@/lib/domain/files/upload'
import type { FormAction } from '@/lib/http/form-state'
import type { Translator } from '@/lib/i18n/translator'
import { FileRow } from './file-row'
import { fileSaidText, isFileSaid, LIMITS, purposeText } from './file-words'
import { uploadWords } from './upload-words'

/** What a worker can add here, with a picture each; a voice has its own place. */
const KINDS: readonly (readonly [FilePurpose, PictogramName])[] = [
  ['receipt', 'payslip'],
  ['contract', 'contract'],
  ['payslip', 'wallet'],
  ['chat', 'mobile'],
  ['photo', 'photo'],
  ['document_other', 'folder'],
  ['voice_story', 'mic'],
  ['video', 'camera'],
]

const ACCEPT = Object.values(FILE_ACCEPT).join(',')

/**
 * The files of a report or of the own case, and the form to add some. Native: one post of the whole file. With the script
 * (lib/phone/upload.ts) in pieces that survive a bad line. What may be sent and what happens to it is said before.
 */
export function FileRoom({
  t,
  parent,
  files,
  said,
  next,
  remove,
  acts,
}: {
  t: Translator
  parent: 'draft' | 'case'
  files: readonly FileView[]
  /** `?file=` of the address: what became of the last one. */
  said: unknown
  /** The address of this page, where the post comes back to. */
  next: string
  remove: (id: string) => FormAction
  acts: ReactNode
}) {
  const kept = files.filter(({ state }) => state === 'ready').length
  const voice: FilePurpose = parent === 'case' ? 'voice_message' : 'voice_story'
  return (
    <div className="stack roomy">
      <div className="tight">
        <h1>{t('files.heading')}</h1>
        <p className="lead">{t('files.lead')}</p>
      </div>
      <Said t={t} said={said} />
      <section className="stack" id="files" aria-live="polite">
        <h2>{kept === 0 ? t('files.added_none') : t('files.added_heading', { count: kept })}</h2>
        {files.length === 0 ? null : (
          <ul className="plain stack">
            {files.map((file) => (
              <FileRow
                key={file.id}
                t={t}
                file={file}
                href={parent === 'case' && file.state === 'ready' ? `${next}/${file.id}` : undefined}
                remove={remove(file.id)}
              />
            ))}
          </ul>
        )}
      </section>
      {files.length >= FILES_MAXIMUM ? (
        <Note tone="info">
          <p>{fileSaidText(t, 'too_many')}</p>
        </Note>
      ) : (
        <form
          className="stack"
          method="post"
          encType="multipart/form-data"
          action={`/${t.locale}/files`}
          data-native=""
          data-phone="upload"
          {...uploadWords(t)}
        >
          <input type="hidden" name="for" value={parent} />
          <input type="hidden" name="next" value={next} />
          <fieldset className="tight">
            <legend>{t('files.kind_legend')}</legend>
            <ul className="choices two">
              {KINDS.map(([kind, pictogram], index) => {
                const purpose = kind === 'voice_story' ? voice : kind
                return (
                  <li className="choice" key={kind}>
                    <input
                      type="radio"
                      name="purpose"
                      id={`purpose-${kind}`}
                      value={purpose}
                      defaultChecked={index === 0}
                    />
                    <label htmlFor={`purpose-${kind}`}>
                      <Pictogram name={pictogram} />
                      <span>{purposeText(t, purpose)}</span>
                    </label>
                  </li>
                )
              })}
            </ul>
          </fieldset>
          <div className="tight" id="limits">
            <p className="hint">{t('files.limits', LIMITS)}</p>
            <p className="hint">{t('files.cleaned')}</p>
            <p className="hint">{t('files.bad_file')}</p>
          </div>
          <ul className="choices">
            <li className="choice slim">
              <input type="checkbox" name="keep_date" id="keep_date" value="yes" />
              <label htmlFor="keep_date">
                <span>
                  {t('files.keep_date')}
                  <small>{t('files.keep_date_help')}</small>
                </span>
              </label>
            </li>
          </ul>
          <div className="field">
            <label htmlFor="camera">{t('files.camera')}</label>
            <input
              type="file"
              name="file"
              id="camera"
              accept="image/*"
              capture="environment"
              aria-describedby="limits"
            />
          </div>
          <div className="field">
            <label htmlFor="file">{t('files.choose')}</label>
            <input type="file" name="file" id="file" accept={ACCEPT} multiple aria-describedby="limits" />
          </div>
          <div className="acts">
            <button type="submit" className="btn alt">
              {t('files.add')}
            </button>
          </div>
        </form>
      )}
      {acts}
    </div>
  )
}

function Said({ t, said }: { t: Translator; said: unknown }) {
  if (said === 'ready' || said === 'removed') {
    return (
      <Note tone="ok" announced>
        <p>{t(said === 'ready' ? 'files.ready' : 'files.removed_done')}</p>
      </Note>
    )
  }
  if (!isFileSaid(said)) return null
  return (
    <Note tone="care" announced>
      <p>{fileSaidText(t, said)}</p>
    </Note>
  )
}
