// What a phone asks of a process of the application, and what it hears. Each is what one request of the pages does.

export type Request =
  | { readonly ask: 'start'; readonly phone: number }
  | { readonly ask: 'begin'; readonly phone: number; readonly token: string; readonly file: number }
  | {
      readonly ask: 'piece'
      readonly phone: number
      readonly token: string
      readonly file: number
      readonly id: string
      readonly index: number
    }
  | { readonly ask: 'finish'; readonly token: string; readonly id: string }
  | { readonly ask: 'submit'; readonly phone: number; readonly token: string }
  | { readonly ask: 'send_waiting'; readonly phone: number; readonly token: string }
  | { readonly ask: 'come_back'; readonly phone: number; readonly code: string }
  | { readonly ask: 'sweep'; readonly hoursFromNow: number }

export type Receipt = { readonly number: string; readonly code: string }
/** What a reporter finds who comes back, and hashes of the files that were told. */
export type Found = {
  readonly words: readonly string[]
  readonly files: readonly string[]
  readonly told: readonly string[]
}

export type Answers = {
  readonly start: string
  readonly begin: string
  readonly piece: readonly number[]
  /** `wrong_length`: pieces are missing, and `received` says which are there. */
  readonly finish: { readonly state: string; readonly received: readonly number[] }
  readonly submit: Receipt
  readonly send_waiting: Receipt | 'already_received'
  readonly come_back: Found | null
  readonly sweep: number
}
export type Ask = Request['ask']
export type AnswerTo<R extends Request> = Answers[R['ask']]

export type Asked = { readonly id: number; readonly request: Request }
export type Answered = { readonly id: number } & ({ readonly value: unknown } | { readonly failure: string })
