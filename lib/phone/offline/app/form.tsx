import { useEffect, useRef, useState, type ReactNode } from 'react'
import { FormFrame } from '@/components/form/form-frame'
import { formWords } from '@/components/form/form-words'
import { withOpenAnswers } from '@/components/report/open-answers'
import { ANSWERS_FORM } from '@/components/ui/answers-form'
import type { FieldValues } from '@/lib/http/form-fields'
import { IDLE, type FormState } from '@/lib/http/form-state'
import { speak, SPOKEN_IDLE } from '@/lib/http/spoken-state'
import type { Translator } from '@/lib/i18n/translate'

const nothing = (name: string) => ({ name })

/**
 * A form that is answered on the phone: `onSend` says what is to be checked, or goes on by itself and returns IDLE. Fields,
 * errors and their words are those of the pages.
 */
export function OfflineForm({
  t,
  values = {},
  className = 'stack',
  onSend,
  onRest,
  children,
}: {
  t: Translator
  values?: FieldValues
  className?: string
  onSend: (data: FormData) => FormState | Promise<FormState>
  /** Takes over what is typed when nobody touched the page for ten minutes. */
  onRest?: (data: FormData) => void
  children: ReactNode
}) {
  const [state, setState] = useState<FormState>(IDLE)
  const [isPending, setPending] = useState(false)
  const pressed = useRef<HTMLButtonElement | null>(null)
  useEffect(() => {
    if (onRest === undefined) return
    const rest = () => {
      const form = document.querySelector<HTMLFormElement>(`form#${ANSWERS_FORM}`)
      if (form === null) return
      const data = new FormData(form)
      data.append('rest', '1')
      onRest(data)
    }
    document.addEventListener('rest', rest)
    return () => document.removeEventListener('rest', rest)
  }, [onRest])
  const take = async (data: FormData) => {
    setPending(true)
    const next = await onSend(data)
    setPending(false)
    setState(next)
  }
  const spoken = state.status === 'idle' ? SPOKEN_IDLE : speak(withOpenAnswers(state, t), t)
  return (
    // Browsers of before 2021 do not say which button sent a form.
    <div
      className="stack"
      onClickCapture={({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null
        if (button instanceof HTMLButtonElement) pressed.current = button
      }}
      onKeyDownCapture={() => {
        pressed.current = null
      }}
    >
      <FormFrame
        send={() => undefined}
        onSubmit={(event) => {
          event.preventDefault()
          if (isPending) return
          const data = new FormData(event.currentTarget)
          const button = pressed.current
          if (button !== null && button.name !== '') data.append(button.name, button.value)
          void take(data)
        }}
        isPending={isPending}
        failure={spoken.status === 'failed' ? spoken : null}
        values={spoken.status === 'failed' ? spoken.values : values}
        words={formWords(t)}
        register={nothing}
        className={className}
        id={onRest === undefined ? undefined : ANSWERS_FORM}
      >
        {children}
      </FormFrame>
    </div>
  )
}
