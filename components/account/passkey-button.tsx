'use client'

import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { useId, useState, useSyncExternalStore, useTransition } from 'react'
import { hintIdOf } from '@/components/form/form-context'

export type PasskeyWords = {
  readonly button: string
  readonly failed: string
  readonly waiting: string
  /** Where scripts are off. */
  readonly unscripted: string
  /** Where a passkey is made: the question for its name. */
  readonly name?: { readonly label: string; readonly hint: string; readonly usual: string }
}

/** Why an answer was not taken, in words; null when it was, and the next page comes. */
type Finish = (answer: unknown, name: string) => Promise<string | null>

type PasskeyButtonProps = { readonly words: PasskeyWords; readonly finish: Finish } & (
  | { readonly act: 'use'; readonly ask: () => Promise<PublicKeyCredentialRequestOptionsJSON | null> }
  | { readonly act: 'add'; readonly ask: () => Promise<PublicKeyCredentialCreationOptionsJSON | null> }
)

const neverChanges = () => () => undefined

/** Makes or uses a passkey. Only the browser can: where scripts are off that is said, and where it knows no passkeys nothing stands here. */
export function PasskeyButton(props: PasskeyButtonProps) {
  const { words, finish } = props
  const isKnown = useSyncExternalStore(
    neverChanges,
    () => 'PublicKeyCredential' in window,
    () => false,
  )
  const [isPending, begin] = useTransition()
  const [failure, setFailure] = useState<string | null>(null)
  const [name, setName] = useState(words.name?.usual ?? '')
  const id = useId()
  if (!isKnown)
    return (
      <noscript>
        <p className="mute">{words.unscripted}</p>
      </noscript>
    )
  const press = () =>
    begin(async () => {
      setFailure(null)
      const answer = await answerOf(props).catch(() => null)
      setFailure(answer === null ? words.failed : await finish(answer, name))
    })
  return (
    <div className="stack">
      {words.name === undefined ? null : (
        <div className="field">
          <label htmlFor={id}>{words.name.label}</label>
          <p className="hint" id={hintIdOf(id)}>
            {words.name.hint}
          </p>
          <input
            id={id}
            className="w-m"
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
            aria-describedby={hintIdOf(id)}
            autoComplete="off"
          />
        </div>
      )}
      <p className="acts">
        <button type="button" className="btn alt" onClick={press} disabled={isPending}>
          {isPending ? words.waiting : words.button}
        </button>
      </p>
      <p role="status" className={failure === null ? undefined : 'err'}>
        {failure}
      </p>
    </div>
  )
}

async function answerOf(props: PasskeyButtonProps): Promise<unknown> {
  if (props.act === 'use') {
    const optionsJSON = await props.ask()
    return optionsJSON && startAuthentication({ optionsJSON })
  }
  const optionsJSON = await props.ask()
  return optionsJSON && startRegistration({ optionsJSON })
}
