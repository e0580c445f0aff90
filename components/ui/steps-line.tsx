import type { Translator } from '@/lib/i18n/translate'

/** How far through the questions: flat dots on a phone, upright with names on a desktop. Not links; Back is. */
export function StepsLine({ t, steps, current }: { t: Translator; steps: readonly string[]; current: number }) {
  const [before = '', after = ''] = t('common.step_of', { step: '\u0000', steps: steps.length }).split('\u0000')
  return (
    <nav className="line" aria-label={t('common.steps')}>
      <p>
        {before}
        <b>{current}</b>
        {after}
      </p>
      <ol>
        {steps.map((name, index) => (
          <li
            key={name}
            className={index + 1 < current ? 'done' : undefined}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            <span>{name}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
