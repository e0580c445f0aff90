import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Read from the sources: a form that keeps what was typed and a page that never shows it again are in two files, and each alone looks
// right.

const staff = globSync('app/**/*.{ts,tsx}')
  .filter((file) => file.includes('(staff)'))
  .map((file) => ({ file: file.replace(/^.*\(staff\)\//u, ''), text: readFileSync(file, 'utf8') }))
const sources = staff.filter(({ file }) => file.endsWith('.ts'))
const actions = staff.filter(({ file }) => /action[^/]*\.ts$/u.test(file))
const pages = staff.filter(({ file }) => file.endsWith('.tsx'))

/** Forms in which nobody types: a choice to make again, or one press. */
const NOTHING_TYPED = [
  'take',
  'assign',
  'ask:',
  'confirm:',
  'code:',
  'code-alarm',
  'make-code',
  'link-party',
  'undo-merge',
  'responses/withdraw',
  'view-delete',
  'statistic-view-delete',
  'statistic-view-restore',
  'import-step',
  'list-undo',
]

const ONE_PRESS = 'one press, to be pressed again after signing in'
const NO_SESSION = 'works without a session'
const A_SECRET = 'a password or a code, which is never kept'
const DRAFT = 'the answers are in the draft of the report, which outlives the session'

/** Actions that hold nothing when the session is over, and why. */
const NOT_HELD: Readonly<Record<string, string>> = {
  'cases/actions.ts searchAction': 'a search of a few words, whose page itself asks to sign in',
  'cases/bulk/actions.ts undoAction': ONE_PRESS,
  'cases/emergency/actions.ts endEmergencyAction': ONE_PRESS,
  'cases/new/actions.ts beginAction': DRAFT,
  'cases/new/actions.ts beginKioskAction': DRAFT,
  'cases/new/actions.ts deleteEverythingAction': DRAFT,
  'cases/new/actions.ts keepTicketAction': DRAFT,
  'cases/new/actions.ts removeFeeAction': DRAFT,
  'cases/new/actions.ts saveFeeScreenAction': DRAFT,
  'cases/new/actions.ts saveQuestionAction': DRAFT,
  'cases/new/actions.ts sendAction': DRAFT,
  'cases/[number]/code/actions.ts handedOverAction': ONE_PRESS,
  'cases/[number]/hold/actions.ts liftHoldAction': ONE_PRESS,
  'cases/[number]/responses/actions.ts linkPutAwayAction': ONE_PRESS,
  'invitation/[token]/actions.ts acceptInvitationAction': NO_SESSION,
  'notices/actions.ts markAllReadAction': ONE_PRESS,
  'notices/actions.ts markOneReadAction': ONE_PRESS,
  'parties/import/actions.ts uploadListAction': 'a file, which only the browser can choose again',
  'posters/[id]/actions.ts retirePosterAction': ONE_PRESS,
  'settings/account/actions.ts addPasskeyAction': ONE_PRESS,
  'settings/account/actions.ts askNewPasskeyAction': ONE_PRESS,
  'settings/account/actions.ts endOtherSessionsAction': ONE_PRESS,
  'settings/account/actions.ts endSessionAction': ONE_PRESS,
  'settings/account/actions.ts removePasskeyAction': ONE_PRESS,
  'settings/account/actions.ts unlinkOfficeAction': ONE_PRESS,
  'settings/account/app/actions.ts changeAppAction': A_SECRET,
  'settings/account/password/actions.ts changePasswordAction': A_SECRET,
  'settings/incidents/actions.ts tellWorkersAction': ONE_PRESS,
  'settings/jobs/actions.ts retryJobAction': ONE_PRESS,
  'settings/labels/actions.ts retireLabelAction': ONE_PRESS,
  'settings/office-sign-in/actions.ts tryProviderAction': ONE_PRESS,
  'settings/retention/actions.ts stopRetentionAction': ONE_PRESS,
  'settings/second-factors/actions.ts resetFactorAction': 'one choice, to be made again by somebody who signed in',
  'settings/translations/actions.ts markCommentAction': ONE_PRESS,
  'settings/users/[staffId]/actions.ts changeStaffRoleAction':
    'one choice of three, to be made again by somebody who signed in',
  'settings/users/[staffId]/actions.ts disableStaffAction': ONE_PRESS,
  'settings/users/[staffId]/actions.ts enableStaffAction': ONE_PRESS,
  'settings/users/[staffId]/actions.ts endStaffSessionsAction': ONE_PRESS,
  'settings/users/[staffId]/actions.ts renewInvitationAction': ONE_PRESS,
  'sign-in/actions.ts signInAction': NO_SESSION,
  'sign-in/actions.ts staySignedInAction': ONE_PRESS,
  'sign-in/again/actions.ts askPasskeyAgainAction': ONE_PRESS,
  'sign-in/again/actions.ts proveCodeAction': A_SECRET,
  'sign-in/again/actions.ts provePasskeyAction': ONE_PRESS,
  'sign-in/again/actions.ts provePasswordAction': A_SECRET,
  'sign-in/codes/actions.ts makeCodesAction': ONE_PRESS,
  'sign-in/office/actions.ts setOutAction': NO_SESSION,
  'sign-in/second/actions.ts askPasskeyAction': NO_SESSION,
  'sign-in/second/actions.ts giveCodeAction': NO_SESSION,
  'sign-in/second/actions.ts givePasskeyAction': NO_SESSION,
  'sign-in/set-up/actions.ts askFirstPasskeyAction': NO_SESSION,
  'sign-in/set-up/actions.ts setUpAppAction': NO_SESSION,
  'sign-in/set-up/actions.ts setUpPasskeyAction': NO_SESSION,
  'sign-out/actions.ts signOutAction': NO_SESSION,
  'statistics/exports/actions.ts stopScheduleAction': ONE_PRESS,
}

type Declared = { readonly id: string; readonly file: string; readonly body: string; readonly isAction: boolean }

/** Every function of the sources with what stands in it; an action is one that a form can post to. */
const declared: readonly Declared[] = sources.flatMap(({ file, text }) =>
  text.split(/^(?=(?:export )?(?:async )?(?:function|const) )/mu).flatMap((body) => {
    const [, exported, name] = /^(export )?(?:async )?(?:function|const) (\w+)/u.exec(body) ?? []
    const isAction = exported !== undefined && /^\s*'use server'/u.test(text)
    return name === undefined ? [] : [{ id: `${file} ${name}`, file, body, isAction }]
  }),
)
const ids = new Set(declared.map(({ id }) => id))

/** Those that end in grantOrHold, directly or through another function: of their own file, or else of any. */
function holders(): ReadonlySet<string> {
  const found = new Set<string>()
  const isHolding = ({ file, body }: Declared): boolean =>
    [...body.matchAll(/\b(\w+)(?:<[^>]*>)?\(/gu)].some(([, called = '']) => {
      if (called === 'grantOrHold') return true
      const own = `${file} ${called}`
      return ids.has(own) ? found.has(own) : [...found].some((id) => id.endsWith(` ${called}`))
    })
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const one of declared) if (isHolding(one)) found.add(one.id)
  }
  return found
}

/** A part's form of one press: an officer has seen it. */
const ONLY_SEEN = ['cases/[number]/fees/change/page.tsx']

const KEPT = /\bname: ['`]([a-z][a-z/_-]*:?)[^'`]*['`], number/gu
const SHOWN = /heldValues\(\s*\{ name: ['`]([a-z][a-z/_-]*:?)/gu
/** A form of a part of the case (part-action.ts): its address below the part, `/lines/new`, ``/pay/${repaymentId}``. */
const PART_FORM = /\bpath: ['`](\/[^'`]*)['`]/gu

test('every staff form holds what was typed when the session ends, or has a reason not to', () => {
  const holding = holders()
  const actionsOf = declared.filter(({ isAction }) => isAction)
  expect(actionsOf.length).toBeGreaterThan(100)
  const bare = actionsOf.flatMap(({ id }) => (holding.has(id) ? [] : [id]))
  expect(bare.toSorted()).toEqual(Object.keys(NOT_HELD).toSorted())
})

test('what is kept of a form when a session ends is shown again by a page', () => {
  const kept = new Set(sources.flatMap(({ text }) => [...text.matchAll(KEPT)].map(([, name = '']) => name)))
  const shown = new Set(pages.flatMap(({ text }) => [...text.matchAll(SHOWN)].map(([, name = '']) => name)))
  expect(kept.size).toBeGreaterThan(20)
  expect([...kept].filter((name) => !shown.has(name) && !NOTHING_TYPED.includes(name))).toEqual([])
})

test('the page of every form of the payments and the remedies shows what was kept of it', () => {
  const forms = actions.flatMap(({ file, text }) =>
    [...text.matchAll(PART_FORM)].map(([, path = '']) => {
      const [part = ''] = /^cases\/\[number\]\/[a-z]+/u.exec(file) ?? []
      return `${part}${path.replaceAll(/\$\{(\w+)\}/gu, '[$1]')}/page.tsx`
    }),
  )
  expect(forms.length).toBeGreaterThan(10)
  const typed = forms.filter((file) => !ONLY_SEEN.includes(file))
  const showing = new Set(pages.filter(({ text }) => text.includes('heldValues(')).map(({ file }) => file))
  expect(typed.filter((file) => !showing.has(file))).toEqual([])
})
